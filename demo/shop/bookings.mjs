/** The shop's memory: by booking what the webhooks said so far, and the pages that wait for more. */
import {randomUUID} from 'node:crypto';

export class Bookings {
  #bookings = new Map();

  open() {
    const id = `booking-${randomUUID()}`;
    this.#bookings.set(id, {heard: [], pages: new Set()});
    return id;
  }

  /** What a webhook says of one; they come at least once, and the event's id tells a repetition. */
  hear({id, attributes: {name, payload}}) {
    const {'reference-id': reference, status, fields} = payload.data.attributes;
    const booking = this.#bookings.get(reference);
    if (!booking || booking.heard.some((event) => event.id === id)) return;
    booking.heard.push({id, name, status, firstName: fields['name-first']?.value ?? null});
    for (const page of booking.pages) page.write(tell(booking));
  }

  /** Server-sent events for the page of a booking: all that was heard, each time there is more. */
  follow(id, request, response) {
    const booking = this.#bookings.get(id);
    if (!booking) return response.writeHead(404).end();
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'}).write(tell(booking));
    booking.pages.add(response);
    request.on('close', () => booking.pages.delete(response));
  }
}

function tell({heard}) {
  return `data: ${JSON.stringify(heard)}\n\n`;
}
