/** Currencies: signs, ISO 4217 codes and names, each with its code. */

/** Currency signs before or behind the figure. A bare `$` is the American dollar, as in agency style. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['￥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₡', 'CRC'],
  ['₾', 'GEL'],
  ['₭', 'LAK'],
  ['₵', 'GHS'],
  ['₸', 'KZT'],
  ['₮', 'MNT'],
  ['₲', 'PYG'],
  ['元', 'CNY'],
  ['円', 'JPY'],
]);

/** Letters that stand before `$` and name the country: `US$`, `A$`, `HK$`. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['can', 'CAD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
]);

/** ISO 4217 codes in wide use, read only in capitals. */
export const CODES: ReadonlySet<string> = new Set(
  (
    'USD EUR GBP JPY CHF CAD AUD NZD CNY HKD SGD SEK NOK DKK PLN CZK HUF RUB INR KRW TRY BRL MXN ZAR ILS THB IDR MYR PHP ' +
    'AED SAR QAR KWD IQD IRR EGP NGN KES GHS UAH ARS CLP COP PEN PKR BDT LKR VND TWD RMB'
  ).split(' '),
);

interface CurrencyName {
  /** ISO code, or a name of its own where the word alone does not tell the country. */
  readonly code: string;
  /** 0.01 for cents and pence. */
  readonly factor: number;
}

const whole = (code: string): CurrencyName => ({ code, factor: 1 });
const hundredth = (code: string): CurrencyName => ({ code, factor: 0.01 });

/** Names behind the figure: `five million yen`, `50 cents`. Pounds are here and among the units of mass. */
export const NAMES: ReadonlyMap<string, CurrencyName> = new Map([
  ['dollar', whole('USD')],
  ['dollars', whole('USD')],
  ['buck', whole('USD')],
  ['bucks', whole('USD')],
  ['cent', hundredth('USD')],
  ['cents', hundredth('USD')],
  ['euro', whole('EUR')],
  ['euros', whole('EUR')],
  ['pound', whole('GBP')],
  ['pounds', whole('GBP')],
  ['quid', whole('GBP')],
  ['pence', hundredth('GBP')],
  ['p', hundredth('GBP')],
  ['penny', hundredth('GBP')],
  ['pennies', hundredth('GBP')],
  ['yen', whole('JPY')],
  ['yuan', whole('CNY')],
  ['renminbi', whole('CNY')],
  ['rmb', whole('CNY')],
  ['rupee', whole('INR')],
  ['rupees', whole('INR')],
  ['ruble', whole('RUB')],
  ['rubles', whole('RUB')],
  ['rouble', whole('RUB')],
  ['roubles', whole('RUB')],
  ['won', whole('KRW')],
  ['rand', whole('ZAR')],
  ['shekel', whole('ILS')],
  ['shekels', whole('ILS')],
  ['baht', whole('THB')],
  ['ringgit', whole('MYR')],
  ['zloty', whole('PLN')],
  ['lira', whole('TRY')],
  ['real', whole('BRL')],
  ['reais', whole('BRL')],
  ['naira', whole('NGN')],
  ['franc', whole('franc')],
  ['francs', whole('franc')],
  ['krona', whole('SEK')],
  ['kronor', whole('SEK')],
  ['krone', whole('krone')],
  ['kroner', whole('krone')],
  ['peso', whole('peso')],
  ['pesos', whole('peso')],
  ['peseta', whole('peseta')],
  ['pesetas', whole('peseta')],
  ['dinar', whole('dinar')],
  ['dinars', whole('dinar')],
  ['dirham', whole('dirham')],
  ['dirhams', whole('dirham')],
  ['riyal', whole('riyal')],
  ['riyals', whole('riyal')],
  ['rial', whole('rial')],
  ['rials', whole('rial')],
  ['guilder', whole('guilder')],
  ['guilders', whole('guilder')],
  ['markka', whole('markka')],
  ['marks', whole('mark')],
  ['bitcoin', whole('bitcoin')],
  ['bitcoins', whole('bitcoin')],
]);

/** Adjectives before a name that say whose money it is: `Swiss francs`, `Australian dollars`. */
export const NATIONS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s', 'USD'],
  ['american', 'USD'],
  ['australian', 'AUD'],
  ['canadian', 'CAD'],
  ['hong kong', 'HKD'],
  ['singapore', 'SGD'],
  ['taiwan', 'TWD'],
  ['swiss', 'CHF'],
  ['danish', 'DKK'],
  ['norwegian', 'NOK'],
  ['swedish', 'SEK'],
  ['mexican', 'MXN'],
  ['philippine', 'PHP'],
  ['indian', 'INR'],
  ['pakistani', 'PKR'],
  ['japanese', 'JPY'],
  ['chinese', 'CNY'],
  ['russian', 'RUB'],
  ['british', 'GBP'],
  ['egyptian', 'EGP'],
  ['iraqi', 'IQD'],
  ['iranian', 'IRR'],
  ['kuwaiti', 'KWD'],
  ['saudi', 'SAR'],
  ['emirati', 'AED'],
  ['turkish', 'TRY'],
  ['finnish', 'markka'],
  ['dutch', 'guilder'],
]);
