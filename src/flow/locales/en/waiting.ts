/** While the server works. */
export default {
  processingTitle: 'Checking your document',
  processingSelfie: 'Checking your selfie',
  processingText: 'This usually takes a few seconds. You don’t need to do anything.',
  processingSlow: 'This takes longer than usual. You can stay here, or leave: the check goes on without you.',
  word_received: 'Photos received',
  word_found_document: 'Found the document',
  word_reading_text: 'Reading the text',
  word_reading_barcode: 'Reading the barcode',
  word_checking_dates: 'Checking the dates',
  word_finding_face: 'Finding your face',
  word_checking_liveness: 'Checking that it is you, now',
  word_comparing_faces: 'Comparing with your document',
  word_deciding: 'Putting it together',
  stateDone: 'done',
  stateNow: 'in progress',
  stateNext: 'to come',
};
