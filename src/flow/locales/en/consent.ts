/** What a consent says of flows that ask for something besides a document. */
export default {
  whatFace: 'Pictures of your face. It is measured: numbers are made of it that tell it from other faces.',
  phone: 'Your phone number, and the code that you get there.',
  email: 'Your email address, and the code that you get there.',
  answers: 'What you enter or add on the following pages.',
  records: 'What the records that we search say about you.',
  whyFace: 'To check that it is really you, now.',
  whyGiven: 'To check that what you give is right and is yours.',
  startText: '{requester} asks you to confirm a few details. It takes about two minutes.',
  startPrivate: 'What you give is sent encrypted and used for this check only',
  papers: 'A letter, bill or other paper, and the details printed on it.',
};
