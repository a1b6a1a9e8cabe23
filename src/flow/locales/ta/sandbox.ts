export default {
  title: 'சோதனை முறை: மாதிரியைப் பயன்படுத்தவும்',
  approved: 'செல்லுபடியாகும் ஆவணம்',
  expired: 'காலாவதியான ஆவணம்',
  blurry: 'மங்கலான படம்',
  mrz_mismatch: 'முரண்படும் தகவல்கள்',
  underage: 'சிறாரின் ஆவணம்',
  screen_photo: 'திரையின் படம்',
  holder: 'ஆவணத்தின் உரிமையாளர்',
  wrong_person: 'வேறொருவர்',
  swapped_person: 'மாறி மாறி இருவர்',
};
