import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'আপনি কোথায় থাকেন তা দেখান',
  text: 'আপনার নাম ও ঠিকানা আছে এমন একটি ডকুমেন্ট দরকার।',
  accepted: 'যা ব্যবহার করতে পারেন',
  type_utility_bill: 'বিদ্যুৎ, গ্যাস বা পানির বিল',
  type_phone_bill: 'ফোন বা ইন্টারনেট বিল',
  type_bank_statement: 'ব্যাংক স্টেটমেন্ট',
  type_tax_document: 'কর বিষয়ক নোটিশ',
  type_insurance_document: 'বিমার কাগজ',
  type_rental_agreement: 'ভাড়ার চুক্তিপত্র',
  type_pay_slip: 'বেতনের রসিদ',
  type_residence_certificate: 'বসবাসের সনদ',
  type_other: 'অন্য কোনো সরকারি চিঠি',
  recent: {one: '{count} দিনের বেশি পুরোনো নয়', other: '{count} দিনের বেশি পুরোনো নয়'},
  whole: 'নাম, ঠিকানা ও তারিখ পড়া যায়',
  file: 'ফাইল বেছে নিন',
  photo: 'ছবি তুলুন',
  pagesTitle: 'এটুকুই কি সব?',
  pagesText: 'নাম, ঠিকানা বা তারিখ অন্য পৃষ্ঠায় থাকলে সেটিও যোগ করুন।',
  page: 'পৃষ্ঠা {number}',
  addPage: 'আরেকটি পৃষ্ঠা যোগ করুন',
  remove: 'সরান',
  removeOne: 'পৃষ্ঠা {number} সরান',
  send: 'পাঠান',
} satisfies Translated<typeof en>;
