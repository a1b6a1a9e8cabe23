import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'Jūsų veido vaizdus. Veidas išmatuojamas: gaunami skaičiai, kuriais jis skiriasi nuo kitų veidų.',
  phone: 'Jūsų telefono numerį ir kodą, kurį į jį gausite.',
  email: 'Jūsų el. pašto adresą ir kodą, kurį į jį gausite.',
  answers: 'Tai, ką įvesite ar pridėsite kituose puslapiuose.',
  records: 'Tai, ką apie jus sako registrai, kuriuose ieškome.',
  whyFace: 'Kad patikrintume, ar dabar čia tikrai jūs.',
  whyGiven: 'Kad patikrintume, ar tai, ką pateikiate, teisinga ir jūsų.',
  startText: '{requester} prašo patvirtinti kelis duomenis. Tai trunka apie dvi minutes.',
  startPrivate: 'Jūsų duomenys siunčiami užšifruoti ir naudojami tik šiai patikrai',
  papers: 'Laišką, sąskaitą ar kitą popierių ir jame išspausdintus duomenis.',
} satisfies Translated<typeof en>;
