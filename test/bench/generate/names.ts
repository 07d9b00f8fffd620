/** Names: people, places and bodies of the generated stories, made so that thousands of stories seldom share one. */

import type { Random } from './random.ts';

/** Someone who is quoted. */
export interface Person {
  readonly role: string;
  readonly name: string;
  readonly family: string;
}

const GIVEN =
  words(`Ada Amara Anders Anita Bashir Beatrix Carlos Chen Clara Daniel Deepa Edith Elias Emeka Farah Felix
  Grace Hana Henrik Ibrahim Irene Isabel Jamal Joanna Kofi Laila Leonor Lucas Maryam Mateo Mina Nadia Niels Noor Olga
  Omar Pavel Priya Rafael Rosa Samuel Selma Stefan Tariq Teresa Tomas Vera Victor Yusuf Zofia`);

const FAMILY =
  words(`Abara Almeida Andersson Banerjee Barros Becker Castillo Costa Dalgaard Demir Dlamini Eriksen Farouk
  Ferreira Fischer Garrido Haddad Halvorsen Hassan Ibarra Ivanova Jansen Kamara Karimi Keller Kovac Larsen Lindqvist
  Madsen Marchetti Mensah Moreau Nakamura Navarro Novak Okafor Olsen Osei Petrov Quintero Rahimi Ramos Rossi Salazar
  Santoro Sato Schneider Silva Sorensen Tanaka Torres Usman Varga Vidal Weber Yamada Zielinski`);

const ROLES =
  words(`Mayor Governor Senator Minister Professor Inspector Judge Chief_Executive Police_Chief Fire_Chief
  Health_Minister Transport_Minister Finance_Director Union_Leader`);

const PLACE_STARTS =
  words(`Ash Bar Black Brack Bridge Carn Cold Corn Dun East Elm Fair Glen Grey Hal Hart High Kings
  Lang Lin Long Mar Mill New Nor Oak Pen Red Ross Salt Sel South Stan Stone Thorn Wake Wal West Win Wood`);

const PLACE_ENDS =
  words(`borough bourne bridge brook bury combe cliffe dale field ford gate ham haven hurst leigh
  mere minster mouth pool port stead stoke thorpe ton view ville ward water wick worth`);

const BODY_ENDS =
  words(`Airways Bank Brewery Council Energy Foods Foundation Freight Hospital Insurance Institute
  Motors Museum Pharma Rail Shipping Steel Telecom University Water`);

export function personName(random: Random): Person {
  const family = random.pick(FAMILY);
  return { role: random.pick(ROLES).replace('_', ' '), name: `${random.pick(GIVEN)} ${family}`, family };
}

export function placeName(random: Random): string {
  return random.pick(PLACE_STARTS) + random.pick(PLACE_ENDS);
}

export function bodyName(random: Random): string {
  return `${placeName(random)} ${random.pick(BODY_ENDS)}`;
}

/** The words of a list as a tuple that is never empty. */
export function words(list: string): [string, ...string[]] {
  const [first = '', ...rest] = list.split(/\s+/).filter((word) => word !== '');
  return [first, ...rest];
}
