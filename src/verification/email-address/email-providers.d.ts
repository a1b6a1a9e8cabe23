/** The package brings no types. */
declare module 'email-providers' {
  /** Domains of providers of mailboxes, the disposable ones among them. */
  const domains: string[];
  export default domains;
}
