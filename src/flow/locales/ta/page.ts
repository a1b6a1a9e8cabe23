import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'அடையாளத்தைச் சரிபார்க்கவும்',
  noscript: 'கேமராவைப் பயன்படுத்த இந்தப் பக்கத்திற்கு JavaScript தேவை. அதை இயக்கவும் அல்லது வேறு உலாவியில் இந்தப் பக்கத்தைத் திறக்கவும்.',
  refusedTitle: 'இதை இங்கே திறக்க முடியவில்லை',
  refusedText: 'உங்களை அனுப்பிய தளம் ஓர் அமைப்பை மாற்ற வேண்டும். எதுவும் சேமிக்கப்படவில்லை. திரும்பிச் சென்று அவர்களிடம் சொல்லவும்.',
  refusedOwner: 'தளத்தை உருவாக்குபவர்களுக்கு',
} satisfies Translated<typeof en>;
