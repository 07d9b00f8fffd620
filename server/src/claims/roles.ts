/** Roles and bodies: the nouns that tell a title (`Defense Secretary`) and an organisation (`State Department`). */

/** Heads of titles that stand before a person's name or stand for a person. Lower case. */
const ROLE_HEADS: ReadonlySet<string> = new Set(
  `president vice-president premier chancellor minister secretary undersecretary senator representative congressman
  congresswoman governor mayor councilman councilwoman councillor councilor ambassador envoy consul commissioner
  general colonel major captain lieutenant sergeant corporal private admiral commander marshal brigadier chief
  sheriff detective officer inspector constable deputy agent judge justice magistrate prosecutor attorney lawyer
  barrister solicitor spokesman spokeswoman spokesperson chairman chairwoman chairperson chair director executive
  ceo cfo founder co-founder cofounder owner manager coach captain trainer striker midfielder editor reporter
  correspondent journalist author writer novelist poet actor actress singer rapper musician director producer
  comedian host presenter anchor analyst economist professor doctor researcher scientist historian expert
  abbess abbot archbishop archdeacon chaplain deacon friar monsignor bishop cardinal pope imam rabbi reverend pastor father sister brother king queen prince princess
  duke duchess lord lady baron sir dame sultan emir sheikh ayatollah leader head boss principal teacher
  superintendent administrator adviser advisor aide counsel speaker whip treasurer coroner surgeon nurse
  accountant activist actuary agronomist ambulanceman angler anthropologist apprentice archaeologist architect artist
  astronaut astronomer athlete auctioneer auditor banker barber bartender beekeeper biologist blogger bookseller
  botanist brewer broadcaster broker builder businessman businesswoman butcher buyer cameraman campaigner carer
  caretaker carpenter cashier cellist chef chemist choreographer cleaner clerk columnist composer conductor
  conservationist consultant contractor cook courier critic curator cyclist dancer dealer dentist deputy designer
  developer diplomat diver docker driver drummer ecologist educator electrician engineer entrepreneur evangelist
  farmer filmmaker firefighter fireman fisherman fishmonger florist footballer forester gardener geneticist geographer
  geologist goalkeeper golfer grocer groundsman guitarist hairdresser harbourmaster headmaster headmistress headteacher
  hotelier humorist illustrator importer innkeeper interpreter inventor investigator investor janitor jeweller jeweler
  jockey joiner juror labourer laborer landlord landlady lecturer librarian lifeguard linguist lobbyist locksmith
  logger magician mathematician mechanic merchant meteorologist microbiologist midwife miner missionary mountaineer
  neurologist neuroscientist newsreader novelist nutritionist oceanographer optician organiser organizer ornithologist
  paediatrician painter paramedic passenger pathologist pediatrician pensioner pharmacist philanthropist philosopher
  photographer physician physicist pianist pilot plumber policeman policewoman politician pollster postman postmaster
  postmistress potter programmer promoter proprietor protester psychiatrist psychologist publicist publisher
  radiologist railwayman rancher ranger receptionist referee refugee registrar repairman restaurateur retailer retiree
  rower sailor salesman saleswoman saxophonist scholar screenwriter sculptor seaman seamstress seismologist shepherd
  shipbuilder shopkeeper skipper sociologist soldier soloist songwriter sportsman sprinter statistician stewardess
  stockbroker strategist student surveyor swimmer tailor technician tourist trader translator trawlerman trucker tutor
  undertaker veterinarian vicar violinist virologist volcanologist volunteer waiter waitress warden weaver welder
  winemaker woodcutter worker wrestler zookeeper zoologist
  mr mrs ms miss dr prof gen sen rep gov lt col sgt capt cmdr maj rev hon supt det insp mp pm`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Titles that are family names as well (`Larry King`, `Tim Cook`): at the end of a name they are no title. */
const FAMILY_NAMES: ReadonlySet<string> = new Set(
  `abbot archer baker barber baron bishop brewer butcher cardinal carpenter chancellor coach constable cook dean driver
  duke farmer fisher forester gardener general hunter judge king knight lord major marshal mason mayor miller miner
  nurse page painter pope porter potter prince ranger sergeant shepherd singer skipper tailor warden weaver`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Nouns that make a name one of a body. Lower case. */
const BODY_NOUNS: ReadonlySet<string> = new Set(
  `department ministry agency bureau office council committee commission court parliament congress senate house
  party union league federation association society foundation institute university college school academy hospital
  bank company corporation corp inc ltd group forces force army navy guard guards police militia brigade division
  battalion corps command government administration authority authorities board network news times post journal
  herald tribune gazette telegraph press agency service services airlines airways club team studios records
  organization organisation center centre museum church embassy states nations marines hezbollah front movement`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Nouns of texts that pass on what somebody said. */
const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  'statement announcement release report letter email tweet post message memo complaint lawsuit filing petition affidavit indictment document website article transcript'.split(
    ' ',
  ),
);

/** Lower-case nouns that name a speaker without naming who it is (`the spokesman`, `the statement`, `one announcement`). */
const SPEAKING_NOUNS: ReadonlySet<string> = new Set(
  `statement announcement release report letter email tweet post message memo complaint lawsuit filing petition
  affidavit indictment document website official officials source sources witness witnesses resident residents group
  man woman mother father son daughter husband wife brother sister victim survivor neighbor neighbour friend fan
  player student students teenager family company police authorities government ministry department agency court team`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words in lower case that belong to the title after them: `foreign ministry spokesman`, `senior police officer`. */
const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  `foreign interior home defense defence finance health justice education trade labor labour prime vice deputy senior
  junior chief lead assistant associate executive general national federal regional local provincial crown former acting
  interim retired state city county district town village police army navy military government opposition security
  press company party union team club campaign industry presidential parliamentary congressional human rights`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

export function isTitleModifier(lower: string): boolean {
  return TITLE_MODIFIERS.has(lower) || BODY_NOUNS.has(lower);
}

export function isFamilyName(lower: string): boolean {
  return FAMILY_NAMES.has(lower);
}

export function isRoleHead(lower: string): boolean {
  return ROLE_HEADS.has(lower);
}

export function isBodyNoun(lower: string): boolean {
  return BODY_NOUNS.has(lower);
}

export function isDocumentNoun(lower: string): boolean {
  return DOCUMENT_NOUNS.has(lower);
}

export function isSpeakingNoun(lower: string): boolean {
  return SPEAKING_NOUNS.has(lower) || ROLE_HEADS.has(lower);
}
