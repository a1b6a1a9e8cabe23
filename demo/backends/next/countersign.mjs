/** One client for the whole app. The key stays on the server: no page imports this. */
import {Countersign} from 'countersign/server';

export const countersign = new Countersign({
  url: process.env.COUNTERSIGN_URL,
  apiKey: process.env.COUNTERSIGN_API_KEY,
});
