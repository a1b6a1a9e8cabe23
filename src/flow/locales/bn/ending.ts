import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'হয়ে গেছে, ধন্যবাদ',
  successText: 'সব শেষ হয়েছে। এখন ফিরে যেতে পারেন।',
  reviewTitle: 'ধন্যবাদ, আমরা সব পেয়েছি',
  reviewText: 'একজন এটি দেখবেন। {requester} আপনাকে ফল জানাবে; এখানে অপেক্ষা করতে হবে না।',
  successReturn: 'ফিরে যান: {requester}',
  successReturning: 'আপনাকে ফিরিয়ে নেওয়া হচ্ছে: {requester}',
  successClose: 'বন্ধ করুন',
  successMayClose: 'এখন এই পৃষ্ঠা বন্ধ করতে পারেন।',
  failedTitle: 'যাচাই সম্পূর্ণ করা যায়নি',
  failedText: 'যে কারণে সম্ভব হয়নি:',
  failedTextPlain: 'এখন কী করবেন, {requester} তা জানাতে পারবে।',
  failedNext: 'সাহায্য লাগলে যোগাযোগ করুন: {requester}।',
  restart: 'আবার শুরু করুন',
  expiredTitle: 'এই যাচাইয়ের মেয়াদ শেষ',
  expiredText: 'নিরাপত্তার জন্য এটি সীমিত সময় খোলা থাকে। এখানে ফিরে গিয়ে আবার শুরু করুন: {requester}।',
  expiredTextPlain: 'নিরাপত্তার জন্য এটি সীমিত সময় খোলা থাকে। যেখান থেকে এসেছেন, সেখানে ফিরে আবার শুরু করুন।',
} satisfies Translated<typeof en>;
