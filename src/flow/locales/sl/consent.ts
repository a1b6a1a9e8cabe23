import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Slike vašega obraza. Obraz se izmeri: iz njega nastanejo števila, ki ga ločijo od drugih obrazov.',
  phone: 'Vaša telefonska številka in koda, ki jo prejmete nanjo.',
  email: 'Vaš e-poštni naslov in koda, ki jo prejmete nanj.',
  answers: 'Kar vnesete ali dodate na naslednjih straneh.',
  records: 'Kar o vas povedo evidence, po katerih iščemo.',
  whyFace: 'Da preverimo, ali ste to zdaj res vi.',
  whyGiven: 'Da preverimo, ali je to, kar navedete, pravilno in vaše.',
  startText: '{requester} vas prosi, da potrdite nekaj podatkov. Traja približno dve minuti.',
  startPrivate: 'Vaši podatki se pošljejo šifrirano in se uporabijo samo za to preverjanje',
  papers: 'Pismo, račun ali drug papir in podatki, natisnjeni na njem.',
} satisfies Translated<typeof en>;
