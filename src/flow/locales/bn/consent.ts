import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: 'আপনার মুখের ছবি। মুখ মাপা হয়: তা থেকে এমন কিছু সংখ্যা তৈরি হয়, যা দিয়ে অন্য মুখ থেকে আলাদা করা যায়।',
  whatPhone: 'আপনার ফোন নম্বর এবং সেখানে পাওয়া কোড।',
  whatEmail: 'আপনার ইমেইল ঠিকানা এবং সেখানে পাওয়া কোড।',
  whatAnswers: 'পরের পৃষ্ঠাগুলোতে আপনি যা লিখবেন বা যোগ করবেন।',
  whatRecords: 'আমরা যেসব নথিতে খুঁজি, সেখানে আপনার সম্পর্কে যা আছে।',
  whyFace: 'এখন সত্যিই আপনি আছেন কি না, তা দেখতে।',
  whyGiven: 'আপনার দেওয়া তথ্য সঠিক ও আপনার নিজের কি না, তা দেখতে।',
} satisfies Translated<typeof en>;
