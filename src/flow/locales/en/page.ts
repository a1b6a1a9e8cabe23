/** The pages around the flow: until its script is there, and where it cannot open. The server reads them (docs/translating.md). */
export default {
  title: 'Verify your identity',
  noscript: 'This page needs JavaScript to use your camera. Please switch it on, or open this page in another browser.',
  refusedTitle: 'This cannot be opened here',
  refusedText: 'The site that sent you here has to change a setting. Nothing was stored. Please go back and tell them.',
  refusedOwner: 'For the site’s developers',
};
