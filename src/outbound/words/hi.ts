import type {MessageWords} from './en.ts';

export default {
  codeSubject: '{requester} के लिए आपका कोड',
  codeMail:
    'आपका कोड है {code}\n\nइसे {requester} के उस पेज पर डालें जहाँ यह माँगा गया है। यह {minutes} मिनट तक काम करेगा।\n\nइसे किसी को न बताएँ, फ़ोन पर भी नहीं। यदि आपने कोड नहीं माँगा, तो आपको कुछ नहीं करना है।',
  codeText: '{code} {requester} के लिए आपका कोड है। इसे किसी को न बताएँ।',
  linkSubject: 'इस डिवाइस पर {requester} के साथ जारी रखें',
  linkMail:
    'आपने दूसरे डिवाइस पर जारी रखने को कहा था। यह लिंक वहाँ खोलें:\n\n{link}\n\nयह एक घंटे के भीतर एक बार काम करता है। यदि आपने इसे नहीं माँगा, तो न खोलें।',
  linkText: '{requester}: यहाँ जारी रखें: {link}',
} satisfies MessageWords;
