import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'お住まいの確認',
  text: '氏名と住所が記載された書類が必要です。',
  accepted: '使えるもの',
  type_utility_bill: '電気・ガス・水道の請求書',
  type_phone_bill: '電話・インターネットの請求書',
  type_bank_statement: '銀行の取引明細書',
  type_tax_document: '税金の通知書',
  type_insurance_document: '保険の書類',
  type_rental_agreement: '賃貸契約書',
  type_pay_slip: '給与明細',
  type_residence_certificate: '住民票',
  type_other: 'その他の公的な郵便物',
  recent: {other: '発行から{count}日以内'},
  whole: '氏名、住所、日付が読めること',
  file: 'ファイルを選ぶ',
  photo: '写真を撮る',
  pagesTitle: 'これですべてですか？',
  pagesText: '氏名、住所または日付が別のページにある場合は追加してください。',
  page: '{number}ページ',
  addPage: 'ページを追加',
  remove: '削除',
  removeOne: '{number}ページ目を削除',
  send: '送信',
} satisfies Translated<typeof en>;
