/** What a consent says of flows that ask for something besides a document. */
export default {
  whatFace: 'Pictures of your face. It is measured: numbers are made of it that tell it from other faces.',
  whatPhone: 'Your phone number, and the code that you get there.',
  whatEmail: 'Your email address, and the code that you get there.',
  whatAnswers: 'What you enter or add on the following pages.',
  whatRecords: 'What the records that we search say about you.',
  whyFace: 'To check that it is really you, now.',
  whyGiven: 'To check that what you give is right and is yours.',
};
