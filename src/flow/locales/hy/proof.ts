import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Ցույց տվեք, թե որտեղ եք ապրում',
  text: 'Պետք է փաստաթուղթ, որում նշված են Ձեր անունը և հասցեն։',
  accepted: 'Ինչը կհարմարի',
  type_utility_bill: 'Հոսանքի, գազի կամ ջրի հաշիվ',
  type_phone_bill: 'Հեռախոսի կամ ինտերնետի հաշիվ',
  type_bank_statement: 'Բանկային քաղվածք',
  type_tax_document: 'Հարկային ծանուցում',
  type_insurance_document: 'Ապահովագրական փաստաթուղթ',
  type_rental_agreement: 'Վարձակալության պայմանագիր',
  type_pay_slip: 'Աշխատավարձի թերթիկ',
  type_residence_certificate: 'Բնակության տեղեկանք',
  type_other: 'Այլ պաշտոնական նամակ',
  recent: {one: 'Ոչ ավելի հին, քան {count} օր', other: 'Ոչ ավելի հին, քան {count} օր'},
  whole: 'Անունը, հասցեն և ամսաթիվն ընթեռնելի են',
  file: 'Ընտրել ֆայլ',
  photo: 'Լուսանկարել',
  pagesTitle: 'Սա ամե՞նն է',
  pagesText: 'Եթե անունը, հասցեն կամ ամսաթիվն այլ էջում է, ավելացրեք այն։',
  page: 'Էջ {number}',
  addPage: 'Ավելացնել էջ',
  remove: 'Հեռացնել',
  removeOne: 'Հեռացնել էջ {number}',
  send: 'Ուղարկել',
} satisfies Translated<typeof en>;
