import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Tunjukkan tempat tinggal Anda',
  text: 'Kami perlu dokumen yang memuat nama dan alamat Anda.',
  accepted: 'Yang dapat Anda pakai',
  type_utility_bill: 'Tagihan listrik, gas, atau air',
  type_phone_bill: 'Tagihan telepon atau internet',
  type_bank_statement: 'Rekening koran',
  type_tax_document: 'Surat pajak',
  type_insurance_document: 'Dokumen asuransi',
  type_rental_agreement: 'Perjanjian sewa',
  type_pay_slip: 'Slip gaji',
  type_residence_certificate: 'Surat keterangan domisili',
  type_other: 'Surat resmi lain',
  recent: {other: 'Tidak lebih lama dari {count} hari'},
  whole: 'Nama, alamat, dan tanggal dapat dibaca',
  file: 'Pilih file',
  photo: 'Ambil foto',
  pagesTitle: 'Sudah semuanya?',
  pagesText: 'Jika nama, alamat, atau tanggal ada di halaman lain, tambahkan.',
  page: 'Halaman {number}',
  addPage: 'Tambah halaman',
  remove: 'Hapus',
  removeOne: 'Hapus halaman {number}',
  send: 'Kirim',
} satisfies Translated<typeof en>;
