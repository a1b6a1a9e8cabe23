import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Harada yaşadığınızı göstərin',
  text: 'Adınızı və ünvanınızı göstərən sənəd lazımdır.',
  accepted: 'Nədən istifadə edə bilərsiniz',
  type_utility_bill: 'İşıq, qaz və ya su qəbzi',
  type_phone_bill: 'Telefon və ya internet qəbzi',
  type_bank_statement: 'Bank çıxarışı',
  type_tax_document: 'Vergi bildirişi',
  type_insurance_document: 'Sığorta sənədi',
  type_rental_agreement: 'İcarə müqaviləsi',
  type_pay_slip: 'Əməkhaqqı vərəqəsi',
  type_residence_certificate: 'Yaşayış yeri arayışı',
  type_other: 'Başqa rəsmi məktub',
  recent: {one: '{count} gündən köhnə olmayan', other: '{count} gündən köhnə olmayan'},
  whole: 'Adınız, ünvanınız və tarix oxunur',
  file: 'Fayl seç',
  photo: 'Şəkil çək',
  pagesTitle: 'Hamısı budur?',
  pagesText: 'Adınız, ünvanınız və ya tarix başqa səhifədədirsə, onu əlavə edin.',
  page: 'Səhifə {number}',
  addPage: 'Səhifə əlavə et',
  remove: 'Sil',
  removeOne: 'Səhifəni sil: {number}',
  send: 'Göndər',
} satisfies Translated<typeof en>;
