import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'আপনি কি এখনও আছেন?',
  text: {
    one: 'আপনার তথ্য নিরাপদ রাখতে এই সেশন {count} মিনিটের মধ্যে শেষ হবে।',
    other: 'আপনার তথ্য নিরাপদ রাখতে এই সেশন {count} মিনিটের মধ্যে শেষ হবে।',
  },
  kept: 'এ পর্যন্ত যা করেছেন সব রাখা আছে।',
  stay: 'চালিয়ে যান',
  extended: 'আপনি এখন আরও সময় পেলেন।',
} satisfies Translated<typeof en>;
