/** The ends: done, in review, without success, out of time. */
export default {
  successTitle: 'All done, thank you',
  successText: 'That was everything. You can go back now.',
  reviewTitle: 'Thank you, we have everything',
  reviewText: 'Someone will look at it. {requester} will tell you the result; you don’t need to wait here.',
  successReturn: 'Return to {requester}',
  successReturning: 'Taking you back to {requester}',
  successClose: 'Close',
  successMayClose: 'You can close this page now.',
  failedTitle: 'We could not complete the verification',
  failedText: 'Here is what stood in the way:',
  failedTextPlain: '{requester} can tell you what to do now.',
  failedNext: 'Please contact {requester} if you need help.',
  restart: 'Start again',
  expiredTitle: 'This verification has expired',
  expiredText: 'For your safety it stays open for a limited time. Go back to {requester} and start it again.',
  expiredTextPlain:
    'For your safety it stays open for a limited time. Go back to where you came from and start it again.',
};
