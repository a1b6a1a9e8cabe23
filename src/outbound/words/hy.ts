import type {MessageWords} from './en.ts';

export default {
  codeSubject: 'Ձեր կոդը {requester} ընկերության համար',
  codeMail:
    'Ձեր կոդն է՝ {code}\n\nՄուտքագրեք այն {requester} ընկերության էջում, որտեղ այն խնդրվել է։ Այն գործում է {minutes} րոպե։\n\nՈչ ոքի մի՛ ասեք այն, նույնիսկ հեռախոսով։ Եթե կոդ չեք խնդրել, ոչինչ անել պետք չէ։',
  codeText: '{code}՝ Ձեր կոդը {requester} ընկերության համար։ Ոչ ոքի մի՛ ասեք այն։',
  linkSubject: 'Շարունակեք {requester} ընկերության հետ այս սարքում',
  linkMail:
    'Դուք ցանկացել եք շարունակել այլ սարքում։ Այնտեղ բացեք այս հղումը.\n\n{link}\n\nԱյն գործում է մեկ անգամ՝ մեկ ժամվա ընթացքում։ Եթե դա չեք խնդրել, մի՛ բացեք այն։',
  linkText: '{requester}. շարունակեք այստեղ՝ {link}',
} satisfies MessageWords;
