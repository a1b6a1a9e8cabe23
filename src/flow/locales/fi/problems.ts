import type en from '../en/problems.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  blurry: 'Kuva oli epätarkka. Pitäkää laite paikallaan ja antakaa kameran tarkentaa.',
  glare: 'Heijastus peitti osan asiakirjasta. Kallistakaa sitä vähän tai siirtykää kauemmas lampusta.',
  too_dark: 'Kuva oli liian tumma. Etsikää valoisampi paikka tai sytyttäkää valo.',
  too_bright: 'Kuva oli liian kirkas. Siirtykää pois suorasta valosta.',
  cut_off: 'Osa asiakirjasta rajautui pois. Pitäkää kaikki neljä kulmaa kehyksessä.',
  too_small: 'Asiakirja oli liian kaukana. Tuokaa sitä lähemmäs, kunnes se täyttää kehyksen.',
  no_document: 'Kuvasta ei löytynyt asiakirjaa. Pitäkää kaikki neljä kulmaa kehyksessä.',
  wrong_side: 'Tämä oli asiakirjan toinen puoli. Kääntäkää asiakirja.',
  same_side_twice: 'Molemmissa kuvissa on sama puoli. Kääntäkää asiakirja toista kuvaa varten.',
  unreadable: 'Emme saaneet tekstistä selvää. Varmistakaa, että se on tarkka eikä mikään peitä sitä.',
  mrz_not_found: 'Emme löytäneet rivejä, joilla on kirjaimia ja ”<”-merkkejä. Varmistakaa, että ne näkyvät kuvassa.',
  barcode_not_found: 'Emme löytäneet viivakoodia takapuolelta. Varmistakaa, että se on tarkka ja kokonainen.',
  inconsistent: 'Asiakirjan tiedot eivät sovi yhteen. Käyttäkää toista.',
  expired: 'Tämä asiakirja on vanhentunut. Käyttäkää voimassa olevaa.',
  type_not_accepted: 'Tällaista asiakirjaa ei hyväksytä tässä. Käyttäkää toista.',
  country_not_accepted: 'Tämän maan asiakirjoja ei hyväksytä tässä. Käyttäkää toista.',
  underage: 'Tähän vaadittava ikä ei vielä täyty.',
  no_face: 'Emme nähneet kasvojanne selvästi. Katsokaa suoraan kameraan niin, että valo osuu kasvoihin.',
  several_faces: 'Kasvoja oli useammat kuin yhdet. Olkaa yksin kameran edessä.',
  face_covered: 'Jokin peitti kasvonne. Ottakaa pois aurinkolasit, maski tai hattu.',
  no_match: 'Kasvonne ja asiakirjan kuva eivät täsmänneet. Käyttäkää omaa asiakirjaanne ja hyvää valoa.',
  not_live:
    'Emme voineet varmistua, että paikalla olitte te, juuri nyt. Pitäkää laite paikallaan ja kääntäkää päätä ohjeen mukaan.',
  too_slow: 'Aikaa kului liikaa, joten aloitamme alusta. Ei ole kiirettä; mitään ei kadonnut.',
  file_damaged: 'Tiedostoa ei voitu avata. Valitkaa toinen tai ottakaa kuva.',
  file_unsupported: 'Tällainen tiedosto ei käy. Valitkaa JPEG, PNG, HEIC, WebP, TIFF tai PDF.',
  file_too_large: 'Tiedosto on liian suuri. Sen koko voi olla enintään 20 MB.',
  engine_unavailable: 'Tarkistuksemme takkusi; kuvanne oli kunnossa. Lähettäkää se vielä kerran.',
  proof_too_old: 'Tämä asiakirja on liian vanha. Käyttäkää uudempaa.',
  proof_no_date: 'Emme löytäneet siitä päiväystä. Lähettäkää sivu, josta näkyy, milloin se on annettu.',
  proof_no_name: 'Emme löytäneet siitä nimeä. Lähettäkää sivu, jolla on nimenne ja osoitteenne.',
  proof_no_address: 'Emme löytäneet siitä osoitetta. Lähettäkää sivu, jolla on nimenne ja osoitteenne.',
  proof_other_name: 'Siinä oleva nimi ei ole se, jonka annoitte. Käyttäkää asiakirjaa, jossa on oma nimenne.',
  proof_other_address:
    'Siinä oleva osoite ei ole se, jonka annoitte. Käyttäkää asiakirjaa, josta näkyy nykyinen osoitteenne.',
  proof_changed: 'Tiedostoa on muutettu sen luomisen jälkeen. Lähettäkää se sellaisena kuin saitte sen.',
  details_not_confirmed:
    'Emme voineet vahvistaa tietojanne. Tarkistakaa, että nimi, syntymäaika ja osoite on kirjoitettu kuten asiakirjoissanne.',
  not_confirmed: 'Emme voineet vahvistaa puhelinnumeroanne tai sähköpostiosoitettanne koodilla.',
  file_unusual:
    'Tiedosto on tallennettu epätavallisella tavalla. Ottakaa kuva tai tallentakaa se tavallisena JPEG-kuvana.',
  portrait_not_found: 'Emme löytäneet asiakirjasta kasvokuvaa. Varmistakaa, että se on tarkka eikä mikään peitä sitä.',
  original_needed: 'Tarvitsemme kuvan itse asiakirjasta, ei näytöstä, kopiosta tai muokatusta kuvasta.',
} satisfies Translated<typeof en>;
