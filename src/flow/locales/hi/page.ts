import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'अपनी पहचान सत्यापित करें',
  noscript: 'कैमरा इस्तेमाल करने के लिए इस पेज को JavaScript चाहिए। कृपया इसे चालू करें, या पेज दूसरे ब्राउज़र में खोलें।',
  refusedTitle: 'इसे यहाँ नहीं खोला जा सकता',
  refusedText: 'जिस साइट ने आपको यहाँ भेजा है, उसे एक सेटिंग बदलनी होगी। कुछ भी सहेजा नहीं गया। कृपया लौटकर उन्हें बताएँ।',
  refusedOwner: 'साइट के डेवलपर के लिए',
} satisfies Translated<typeof en>;
