/** The few words the loader says itself, before the flow speaks: the frame's title and the close button. */
const words = {
  en: ['Identity verification', 'Close'],
  de: ['Identitätsprüfung', 'Schließen'],
  ar: ['التحقق من الهوية', 'إغلاق'],
};

export const wordsFor = (language: string): string[] => words[language.slice(0, 2) as keyof typeof words] ?? words.en;
