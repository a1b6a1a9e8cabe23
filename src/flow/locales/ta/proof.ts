import type en from '../en/proof.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'நீங்கள் வசிக்கும் இடத்தைக் காட்டவும்',
  text: 'உங்கள் பெயரும் முகவரியும் உள்ள ஆவணம் தேவை.',
  accepted: 'பயன்படுத்தக்கூடியவை',
  type_utility_bill: 'மின்சார, எரிவாயு அல்லது குடிநீர்க் கட்டண ரசீது',
  type_phone_bill: 'தொலைபேசி அல்லது இணையக் கட்டண ரசீது',
  type_bank_statement: 'வங்கிக் கணக்கு அறிக்கை',
  type_tax_document: 'வரி அறிவிப்பு',
  type_insurance_document: 'காப்பீட்டு ஆவணம்',
  type_rental_agreement: 'வாடகை ஒப்பந்தம்',
  type_pay_slip: 'சம்பளச் சீட்டு',
  type_residence_certificate: 'வசிப்பிடச் சான்றிதழ்',
  type_other: 'வேறு அதிகாரப்பூர்வக் கடிதம்',
  recent: {one: '{count} நாளுக்கு மேல் பழையதாக இருக்கக்கூடாது', other: '{count} நாட்களுக்கு மேல் பழையதாக இருக்கக்கூடாது'},
  whole: 'பெயர், முகவரி, தேதி படிக்க முடிகிறது',
  file: 'கோப்பைத் தேர்ந்தெடு',
  photo: 'படம் எடு',
  pagesTitle: 'இவ்வளவுதானா?',
  pagesText: 'பெயர், முகவரி அல்லது தேதி வேறு பக்கத்தில் இருந்தால் அதையும் சேர்க்கவும்.',
  page: 'பக்கம் {number}',
  addPage: 'மற்றொரு பக்கத்தைச் சேர்',
  remove: 'அகற்று',
  removeOne: 'பக்கம் {number}: அகற்று',
  send: 'அனுப்பு',
} satisfies Translated<typeof en>;
