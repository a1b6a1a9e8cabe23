import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'Պատրաստ է, շնորհակալություն',
  successText: 'Այսքանն էր։ Հիմա կարող եք վերադառնալ։',
  reviewTitle: 'Շնորհակալություն, ամեն ինչ ստացանք',
  reviewText: 'Տվյալները կդիտի աշխատակիցը։ {requester} ընկերությունը կհայտնի արդյունքը. այստեղ սպասել պետք չէ։',
  successReturn: 'Վերադառնալ {requester}',
  successReturning: 'Վերադարձնում ենք Ձեզ {requester}',
  successClose: 'Փակել',
  successMayClose: 'Հիմա կարող եք փակել այս էջը։',
  failedTitle: 'Ստուգումն ավարտել չհաջողվեց',
  failedText: 'Ահա թե ինչն էր խանգարում.',
  failedTextPlain: '{requester} ընկերությունը կասի, թե ինչ անել հիմա։',
  failedNext: 'Եթե օգնություն է պետք, դիմեք {requester} ընկերությանը։',
  restart: 'Սկսել նորից',
  expiredTitle: 'Այս ստուգման ժամկետը լրացել է',
  expiredText:
    'Ձեր անվտանգության համար այն բաց է սահմանափակ ժամանակ։ Վերադարձեք {requester} ընկերության կայք և նորից սկսեք։',
  expiredTextPlain:
    'Ձեր անվտանգության համար այն բաց է սահմանափակ ժամանակ։ Վերադարձեք այնտեղ, որտեղից եկել եք, և նորից սկսեք։',
} satisfies Translated<typeof en>;
