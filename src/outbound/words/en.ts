/** What mails and text messages say. A code stands first in a text message: that is what shows on a locked phone. */
const en = {
  codeSubject: 'Your code for {requester}',
  codeMail:
    'Your code is {code}\n\nType it on the page of {requester} that asked for it. It works for {minutes} minutes.\n\nDo not tell it to anybody, not even on the phone. If you did not ask for a code, you need not do anything.',
  codeText: '{code} is your code for {requester}. Do not tell it to anybody.',
  linkSubject: 'Go on with {requester} on this device',
  linkMail:
    'You asked to go on with another device. Open this link there:\n\n{link}\n\nIt works once, within an hour. If you did not ask for it, do not open it.',
  linkText: '{requester}: go on here: {link}',
};
export default en;

export type MessageWords = Record<keyof typeof en, string>;
