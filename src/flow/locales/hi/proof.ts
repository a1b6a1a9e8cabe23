import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'दिखाएँ कि आप कहाँ रहते हैं',
  text: 'हमें ऐसा दस्तावेज़ चाहिए जिस पर आपका नाम और पता हो।',
  accepted: 'आप क्या इस्तेमाल कर सकते हैं',
  type_utility_bill: 'बिजली, गैस या पानी का बिल',
  type_phone_bill: 'फ़ोन या इंटरनेट का बिल',
  type_bank_statement: 'बैंक स्टेटमेंट',
  type_tax_document: 'टैक्स नोटिस',
  type_insurance_document: 'बीमा दस्तावेज़',
  type_rental_agreement: 'किराया अनुबंध',
  type_pay_slip: 'वेतन पर्ची',
  type_residence_certificate: 'निवास प्रमाण पत्र',
  type_other: 'कोई और सरकारी पत्र',
  recent: {one: '{count} दिन से ज़्यादा पुराना नहीं', other: '{count} दिन से ज़्यादा पुराना नहीं'},
  whole: 'आपका नाम, पता और तारीख पढ़े जा सकते हैं',
  file: 'फ़ाइल चुनें',
  photo: 'फ़ोटो लें',
  pagesTitle: 'क्या इतना ही है?',
  pagesText: 'यदि आपका नाम, पता या तारीख दूसरे पेज पर है, तो उसे जोड़ें।',
  page: 'पेज {number}',
  addPage: 'एक और पेज जोड़ें',
  remove: 'हटाएँ',
  removeOne: 'पेज {number} हटाएँ',
  send: 'भेजें',
} satisfies Translated<typeof en>;
