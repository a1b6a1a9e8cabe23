import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Kažkas nepavyko',
  errorText: 'Tai ne jūsų kaltė. Tai, ką padarėte, išsaugota. Bandykite dar kartą.',
  errorNetworkTitle: 'Nėra ryšio',
  errorNetworkText:
    'Nepavyko pasiekti mūsų serverio. Patikrinkite ryšį ir bandykite dar kartą; tai, ką padarėte, išsaugota.',
  errorSessionTitle: 'Jūsų sesija baigėsi',
  errorSessionText:
    'Jūsų duomenims apsaugoti ji baigiasi po kurio laiko be veiksmų. Grįžkite ten, iš kur atėjote, ir atverkite ją dar kartą: tęsite nuo ten, kur sustojote.',
  errorLinkTitle: 'Ši nuoroda jau panaudota',
  errorLinkText: 'Nuoroda veikia vieną kartą ir ribotą laiką. Paprašykite naujos ten, kur gavote šią.',
  errorVersionTitle: 'Įkelkite puslapį iš naujo',
  errorVersionText: 'Puslapis, iš kurio atėjote, naudoja senesnę versiją. Įkelkite jį iš naujo ir bandykite dar kartą.',
  errorConfigTitle: 'Šio patvirtinimo atverti negalima',
  errorConfigText: 'Jį atveriant kažko trūksta. Praneškite tiems, kurie jus čia atsiuntė.',
  errorInactiveTitle: 'Šis patvirtinimas neprieinamas',
  errorInactiveText: 'Jį išjungė jo valdytojai. Paklauskite jų, ką daryti.',
  errorBusyTitle: 'Per daug bandymų',
  errorBusyText: 'Šiek tiek palaukite ir bandykite dar kartą.',
  errorOpenTitle: 'Atverkite ten, kur pradėjote',
  errorOpenText:
    'Šis patvirtinimas jau pradėtas. Grįžkite ten, kur jį pradėjote, ir atverkite iš ten: tęsite nuo ten, kur sustojote.',
  details: 'Informacija pagalbos tarnybai',
  leftTitle: 'Išėjote iš patvirtinimo',
  leftText: 'Niekas nedingo. Galite tęsti dabar arba grįžti vėliau.',
  leftContinue: 'Tęsti',
} satisfies Translated<typeof en>;
