import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'کیا آپ اب بھی یہاں ہیں؟',
  text: {
    one: 'آپ کے ڈیٹا کے تحفظ کے لیے یہ سیشن {count} منٹ میں ختم ہوگا۔',
    other: 'آپ کے ڈیٹا کے تحفظ کے لیے یہ سیشن {count} منٹ میں ختم ہوگا۔',
  },
  kept: 'اب تک کا سارا کام محفوظ ہے۔',
  stay: 'جاری رکھیں',
  extended: 'اب آپ کے پاس مزید وقت ہے۔',
} satisfies Translated<typeof en>;
