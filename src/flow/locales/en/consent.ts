/** What a consent says of flows that ask for something besides a document. */
export default {
  whatFace: 'Pictures of your face. It is measured: numbers are made of it that tell it from other faces.',
  whatPhone: 'Your phone number, and the code that you get there.',
  whatEmail: 'Your email address, and the code that you get there.',
  whatAnswers: 'What you enter or add on the following pages.',
  whatRecords: 'What the records that we search say about you.',
  whyFace: 'To check that it is really you, now.',
  whyGiven: 'To check that what you give is right and is yours.',
  startText: '{requester} asks you to confirm a few details. It takes about two minutes.',
  startPrivate: 'What you give is sent encrypted and used for this check only',
  whatPapers: 'A letter, bill or other paper, and the details printed on it.',
};
