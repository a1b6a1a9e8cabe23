/** What went wrong and what to do now; and the page after leaving. */
export default {
  errorTitle: 'Something went wrong',
  errorText: 'This is not your fault. What you did so far is kept. Please try again.',
  errorNetworkTitle: 'No connection',
  errorNetworkText: 'We could not reach our server. Check your connection and try again; what you did so far is kept.',
  errorSessionTitle: 'Your session has ended',
  errorSessionText:
    'It ends after a while without activity, to keep your data safe. Go back to where you came from and open it again: you will go on where you stopped.',
  errorLinkTitle: 'This link was used already',
  errorLinkText: 'A link works once and for a limited time. Ask for a new one where you got this one.',
  errorVersionTitle: 'Please reload the page',
  errorVersionText: 'The page you came from uses an older version. Reload it and try again.',
  errorConfigTitle: 'This verification cannot be opened',
  errorConfigText: 'Something is missing in the way it was opened. Please tell the people who sent you here.',
  errorInactiveTitle: 'This verification is not available',
  errorInactiveText: 'It was switched off by the people who run it. Please ask them what to do.',
  errorBusyTitle: 'Too many tries',
  errorBusyText: 'Please wait a moment, then try again.',
  errorOpenTitle: 'Open it from where you started',
  errorOpenText:
    'This verification has begun already. Go back to where you started it and open it from there: you will go on where you stopped.',
  details: 'Details for support',
  leftTitle: 'You left the verification',
  leftText: 'Nothing is lost. You can go on now, or come back later.',
  leftContinue: 'Go on',
};
