import type {MessageWords} from './en.ts';

export default {
  codeSubject: '{requester} کے لیے آپ کا کوڈ',
  codeMail:
    'آپ کا کوڈ ہے {code}\n\nاسے {requester} کے اس صفحے پر درج کریں جہاں یہ مانگا گیا ہے۔ یہ {minutes} منٹ تک کام کرے گا۔\n\nیہ کسی کو نہ بتائیں، فون پر بھی نہیں۔ اگر آپ نے کوڈ نہیں مانگا تو آپ کو کچھ نہیں کرنا۔',
  codeText: '{code} {requester} کے لیے آپ کا کوڈ ہے۔ یہ کسی کو نہ بتائیں۔',
  linkSubject: 'اس ڈیوائس پر {requester} کے ساتھ جاری رکھیں',
  linkMail:
    'آپ نے دوسری ڈیوائس پر جاری رکھنے کو کہا تھا۔ یہ لنک وہاں کھولیں:\n\n{link}\n\nیہ ایک گھنٹے کے اندر ایک بار کام کرتا ہے۔ اگر آپ نے اسے نہیں مانگا تو نہ کھولیں۔',
  linkText: '{requester}: یہاں جاری رکھیں: {link}',
} satisfies MessageWords;
