import type { Random } from './random.ts';

export const FIRST_NAMES: readonly string[] = (
  'Ada Aisha Akira Alma Amara Anders Anika Arjun Astrid Bao Beatriz Björn Camila Carlos Chidi Chloé Dagny Daniel ' +
  'Deniz Diego Elif Emil Emma Enzo Esra Fatima Felix Freya Gabriel Giulia Hana Hassan Helga Henrik Hiro Ida Ines ' +
  'Ingrid Isaac Ivan Jana Jasmin Jin João Jonas Kaito Karla Keira Kofi Laila Lars Lea Leon Liam Lina Lucía Luka ' +
  'Maja Malik Marek Mariam Mateo Mei Mila Milan Nadia Naoki Nia Nikolai Noah Noor Olga Olivia Omar Oskar Paula ' +
  'Pedro Petra Priya Quentin Rafael Ravi Rosa Ruth Sakura Samir Sara Selma Sofia Stefan Svea Tariq Theo Tomás ' +
  'Ulrike Valentina Viktor Wanjiru Willem Xenia Yara Yusuf Zahra Zoe'
).split(' ');

export const LAST_NAMES: readonly string[] = (
  'Abbasi Adeyemi Almeida Andersen Aoki Bauer Becker Bianchi Brandt Castillo Chen Costa Dahl Demir Diallo Dubois ' +
  'Eriksson Fernandes Fischer Fontaine García Gupta Haddad Hansen Hoffmann Horvat Ibrahim Ito Jensen Johansson ' +
  'Kaya Keller Khan Kim Kovács Krüger Kumar Larsen Lefèvre Lindqvist Lopez Martin Mbeki Mehta Meyer Moreau Moretti ' +
  'Nakamura Nguyen Nielsen Novák Nowak Okafor Olsen Ortega Owusu Park Patel Peters Popov Ramos Reyes Ricci Romano ' +
  'Rossi Santos Sato Schmidt Schneider Sharma Silva Singh Sokolov Suzuki Takahashi Tanaka Torres Vargas Vogel ' +
  'Wagner Walker Weber Williams Wójcik Yamamoto Yılmaz Zhang Zimmermann'
).split(' ');

export const COMPANIES: readonly string[] = (
  'Alpenglow Banyan Bluefin Brightwater Cascade Cobalt Driftwood Evergreen Fieldnote Greyhound Harbor Ironwood ' +
  'Juniper Kestrel Lanternfish Meridian Northwind Oakline Papercrane Quarry Riverstone Saltmarsh Tidepool Umbra ' +
  'Vantage Wayfarer Yarrow Zephyr'
).split(' ');

/** Domains that the standards reserve: nobody ever gets mail there. */
export const MAIL_DOMAINS: readonly string[] = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example',
  'work.example',
];

/** A person's first and last name. */
export function person(random: Random): { first: string; last: string } {
  return { first: random.pick(FIRST_NAMES), last: random.pick(LAST_NAMES) };
}

/** A name as it stands in an address: lower case, ASCII letters and digits only. */
export function asciiWord(name: string): string {
  return FOLDED.get(name) ?? fold(name);
}

function fold(name: string): string {
  return name
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The lists are folded once: a million people share these names. */
const FOLDED: ReadonlyMap<string, string> = new Map(
  [...FIRST_NAMES, ...LAST_NAMES].map((name) => [name, fold(name)]),
);
