import type en from '../en/trouble.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  errorTitle: 'Nekaj je šlo narobe',
  errorText: 'Niste vi krivi. Dosedanji koraki so shranjeni. Poskusite znova.',
  errorNetworkTitle: 'Ni povezave',
  errorNetworkText:
    'Našega strežnika nismo mogli doseči. Preverite povezavo in poskusite znova; dosedanji koraki so shranjeni.',
  errorSessionTitle: 'Vaša seja se je končala',
  errorSessionText:
    'Zaradi varnosti vaših podatkov se po nekaj časa nedejavnosti konča. Vrnite se tja, od koder prihajate, in jo znova odprite: nadaljevali boste, kjer ste končali.',
  errorLinkTitle: 'Ta povezava je bila že uporabljena',
  errorLinkText: 'Povezava deluje enkrat in omejen čas. Prosite za novo tam, kjer ste dobili to.',
  errorVersionTitle: 'Znova naložite stran',
  errorVersionText:
    'Stran, s katere prihajate, uporablja starejšo različico. Znova jo naložite in poskusite še enkrat.',
  errorConfigTitle: 'Tega preverjanja ni mogoče odpreti',
  errorConfigText: 'Pri odpiranju nekaj manjka. Povejte tistim, ki so vas poslali sem.',
  errorInactiveTitle: 'To preverjanje ni na voljo',
  errorInactiveText: 'Izklopili so ga tisti, ki ga vodijo. Vprašajte jih, kaj storiti.',
  errorBusyTitle: 'Preveč poskusov',
  errorBusyText: 'Počakajte trenutek in poskusite znova.',
  errorOpenTitle: 'Odprite tam, kjer ste začeli',
  errorOpenText:
    'To preverjanje se je že začelo. Vrnite se tja, kjer ste ga začeli, in ga odprite od tam: nadaljevali boste, kjer ste končali.',
  details: 'Podrobnosti za podporo',
  leftTitle: 'Zapustili ste preverjanje',
  leftText: 'Nič ni izgubljeno. Nadaljujete lahko zdaj ali se vrnete pozneje.',
  leftContinue: 'Nadaljuj',
} satisfies Translated<typeof en>;
