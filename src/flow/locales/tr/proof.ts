import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Nerede yaşadığınızı gösterin',
  text: 'Adınızı ve adresinizi gösteren bir belge gerekiyor.',
  accepted: 'Kullanabileceğiniz belgeler',
  type_utility_bill: 'Elektrik, gaz veya su faturası',
  type_phone_bill: 'Telefon veya internet faturası',
  type_bank_statement: 'Banka hesap özeti',
  type_tax_document: 'Vergi bildirimi',
  type_insurance_document: 'Sigorta belgesi',
  type_rental_agreement: 'Kira sözleşmesi',
  type_pay_slip: 'Maaş bordrosu',
  type_residence_certificate: 'Yerleşim yeri belgesi',
  type_other: 'Başka bir resmî yazı',
  recent: {one: 'En fazla {count} gün önceye ait', other: 'En fazla {count} gün önceye ait'},
  whole: 'Adınız, adresiniz ve tarih okunuyor',
  file: 'Dosya seç',
  photo: 'Fotoğraf çek',
  pagesTitle: 'Hepsi bu kadar mı?',
  pagesText: 'Adınız, adresiniz veya tarih başka bir sayfadaysa o sayfayı ekleyin.',
  page: 'Sayfa {number}',
  addPage: 'Bir sayfa daha ekle',
  remove: 'Kaldır',
  removeOne: 'Kaldır: sayfa {number}',
  send: 'Gönder',
} satisfies Translated<typeof en>;
