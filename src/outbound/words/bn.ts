import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'আপনার কোড: {requester}',
  codeMail:
    'আপনার কোড {code}\n\nযে পৃষ্ঠায় কোড চাওয়া হয়েছে, সেখানে এটি লিখুন: {requester}। কোডটি {minutes} মিনিট কাজ করে।\n\nকাউকে এটি বলবেন না, ফোনেও নয়। আপনি কোড না চেয়ে থাকলে কিছু করতে হবে না।',
  codeText: '{code} আপনার কোড ({requester})। কাউকে বলবেন না।',
  linkSubject: 'এই ডিভাইসে চালিয়ে যান: {requester}',
  linkMail:
    'আপনি অন্য ডিভাইসে চালিয়ে যেতে চেয়েছেন। সেখানে এই লিংক খুলুন:\n\n{link}\n\nএটি এক ঘণ্টার মধ্যে একবার কাজ করে। আপনি না চেয়ে থাকলে খুলবেন না।',
  linkText: '{requester}: এখানে চালিয়ে যান: {link}',
} satisfies MessageWords;
