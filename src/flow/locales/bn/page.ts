import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'আপনার পরিচয় যাচাই করুন',
  noscript: 'ক্যামেরা ব্যবহার করতে এই পৃষ্ঠার JavaScript দরকার। এটি চালু করুন, অথবা অন্য ব্রাউজারে পৃষ্ঠাটি খুলুন।',
  refusedTitle: 'এটি এখানে খোলা যাচ্ছে না',
  refusedText: 'যে সাইট আপনাকে পাঠিয়েছে, তাদের একটি সেটিং বদলাতে হবে। কিছুই রাখা হয়নি। ফিরে গিয়ে তাদের জানান।',
  refusedOwner: 'সাইটের ডেভেলপারদের জন্য',
} satisfies Translated<typeof en>;
