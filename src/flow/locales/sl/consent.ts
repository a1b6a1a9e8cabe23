import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Slike vašega obraza. Obraz se izmeri: iz njega nastanejo števila, ki ga ločijo od drugih obrazov.',
  whatPhone: 'Vaša telefonska številka in koda, ki jo prejmete nanjo.',
  whatEmail: 'Vaš e-poštni naslov in koda, ki jo prejmete nanj.',
  whatAnswers: 'Kar vnesete ali dodate na naslednjih straneh.',
  whatRecords: 'Kar o vas povedo evidence, po katerih iščemo.',
  whyFace: 'Da preverimo, ali ste to zdaj res vi.',
  whyGiven: 'Da preverimo, ali je to, kar navedete, pravilno in vaše.',
} satisfies Translated<typeof en>;
