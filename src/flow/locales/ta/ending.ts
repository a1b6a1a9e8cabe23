import type en from '../en/ending.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  successTitle: 'முடிந்தது, நன்றி',
  successText: 'எல்லாம் முடிந்தது. இப்போது திரும்பிச் செல்லலாம்.',
  reviewTitle: 'நன்றி, எல்லாம் கிடைத்தது',
  reviewText: 'ஒருவர் இதைப் பார்ப்பார். முடிவை {requester} தெரிவிக்கும்; நீங்கள் இங்கே காத்திருக்க வேண்டாம்.',
  successReturn: 'திரும்பிச் செல்: {requester}',
  successReturning: 'திரும்ப அழைத்துச் செல்கிறோம்: {requester}',
  successClose: 'மூடு',
  successMayClose: 'இப்போது இந்தப் பக்கத்தை மூடலாம்.',
  failedTitle: 'சரிபார்ப்பை முடிக்க முடியவில்லை',
  failedText: 'அதற்கான காரணம்:',
  failedTextPlain: 'இனி என்ன செய்யலாம் என {requester} சொல்ல முடியும்.',
  failedNext: 'உதவி தேவையெனில் தொடர்புகொள்ளவும்: {requester}.',
  restart: 'மீண்டும் தொடங்கு',
  expiredTitle: 'இந்தச் சரிபார்ப்பு காலாவதியானது',
  expiredText: 'பாதுகாப்புக்காக இது குறிப்பிட்ட நேரமே திறந்திருக்கும். இங்கே திரும்பிச் சென்று மீண்டும் தொடங்கவும்: {requester}.',
  expiredTextPlain: 'பாதுகாப்புக்காக இது குறிப்பிட்ட நேரமே திறந்திருக்கும். வந்த இடத்திற்குத் திரும்பிச் சென்று மீண்டும் தொடங்கவும்.',
} satisfies Translated<typeof en>;
