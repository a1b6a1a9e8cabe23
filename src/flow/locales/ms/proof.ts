import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Tunjukkan tempat tinggal anda',
  text: 'Kami perlukan dokumen yang menunjukkan nama dan alamat anda.',
  accepted: 'Apa yang boleh anda guna',
  type_utility_bill: 'Bil elektrik, gas atau air',
  type_phone_bill: 'Bil telefon atau internet',
  type_bank_statement: 'Penyata bank',
  type_tax_document: 'Notis cukai',
  type_insurance_document: 'Dokumen insurans',
  type_rental_agreement: 'Perjanjian sewa',
  type_pay_slip: 'Slip gaji',
  type_residence_certificate: 'Sijil kediaman',
  type_other: 'Surat rasmi lain',
  recent: {other: 'Tidak lebih lama daripada {count} hari'},
  whole: 'Nama, alamat dan tarikh boleh dibaca',
  file: 'Pilih fail',
  photo: 'Ambil foto',
  pagesTitle: 'Adakah itu semuanya?',
  pagesText: 'Jika nama, alamat atau tarikh ada pada halaman lain, tambahkannya.',
  page: 'Halaman {number}',
  addPage: 'Tambah halaman',
  remove: 'Buang',
  removeOne: 'Buang halaman {number}',
  send: 'Hantar',
} satisfies Translated<typeof en>;
