/** Legacy encodings of news in many languages, in texts and tables: read right or refused, never as other letters. */

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import iconv from 'iconv-lite';
import { readBytes } from './readBytes.ts';

const NEWS = {
  polish:
    'Rada miasta poinformowała w czwartek, że około 750 żołnierzy strzegło bramy portu. Burmistrz powiedział, że nikt nie został ranny.',
  russian:
    'Городской совет сообщил в четверг, что ворота порта охраняли около 750 солдат. Мэр сказал, что никто не пострадал и что паром отправится вечером, как и планировалось.',
  ukrainian:
    'Міська рада повідомила у четвер, що ворота порту охороняли близько 750 солдатів. Мер сказав, що ніхто не постраждав і що пором вирушить увечері, як і планувалося. У пізніших повідомленнях ішлося про 900 охоронців і два пороми.',
  japanese:
    '市議会は木曜日、約750人の兵士が港の門を守ったと発表した。市長は、負傷者はなく、フェリーは予定通り夕方に出航すると述べた。',
  chinese: '市议会周四表示，约有750名士兵守卫港口大门。市长说，没有人受伤，渡轮将按计划于晚上起航。',
  korean:
    '시의회는 목요일 약 750명의 군인이 항구 문을 지켰다고 밝혔다. 시장은 다친 사람이 없으며 여객선은 예정대로 저녁에 출항할 것이라고 말했다.',
  spanish:
    'El ayuntamiento informó el jueves de que unos 750 soldados custodiaron la puerta del puerto, según el alcalde.',
  swedish: 'Kommunstyrelsen meddelade på torsdagen att omkring 750 soldater hade vaktat hamnens port.',
  german:
    'Der Stadtrat teilte am Donnerstag mit, dass rund 750 Soldaten die Straße zum Hafen bewacht hätten.',
  english: 'The council said on Thursday that some 750 soldiers had guarded the mayor’s “gate” – and a café.',
} as const;

type Language = keyof typeof NEWS;

const READ: readonly (readonly [encoding: string, languages: readonly Language[]])[] = [
  ['windows-1250', ['polish']],
  ['windows-1251', ['russian', 'ukrainian']],
  ['koi8-u', ['russian', 'ukrainian']],
  ['shift_jis', ['japanese']],
  ['euc-jp', ['japanese']],
  ['gb18030', ['chinese']],
  ['euc-kr', ['korean']],
  ['windows-1252', ['spanish', 'swedish', 'german', 'english']],
  ['utf-16le', ['polish', 'russian', 'german', 'english']],
  ['utf-16be', ['polish', 'russian', 'german', 'english']],
];

const REFUSED: readonly (readonly [encoding: string, languages: readonly Language[]])[] = [
  ['macroman', ['swedish', 'german', 'english']],
  ['maccyrillic', ['russian']],
  ['cp850', ['spanish', 'german']],
  ['cp437', ['spanish', 'german']],
  ['cp866', ['russian', 'ukrainian']],
];

const UNTOLD = { kind: 'unreadable', member: null, reason: 'not UTF-8, and its encoding cannot be told' };

/** What is read of the text, alone and in a table. */
async function textsOf(bytesOf: (text: string) => Uint8Array, text: string): Promise<readonly unknown[]> {
  const readings = [
    ...(await readBytes('a.txt', bytesOf(text))),
    ...(await readBytes('a.csv', bytesOf(`title;text\r\nA;"${text}"\r\n`))),
  ];
  return readings.map((reading) => (reading.kind === 'read' ? reading.text : reading));
}

suite('read, alone and in a table', () => {
  for (const [encoding, languages] of READ) {
    for (const language of languages)
      test(`${encoding}: ${language}`, async () => {
        const text = NEWS[language];
        const read = await textsOf((each) => iconv.encode(each, encoding, { addBOM: false }), text);
        assert.deepEqual(read, [text, text]);
      });
  }
});

suite('refused, alone and in a table', () => {
  for (const [encoding, languages] of REFUSED) {
    for (const language of languages)
      test(`${encoding}: ${language}`, async () => {
        const read = await textsOf((each) => iconv.encode(each, encoding), NEWS[language]);
        assert.deepEqual(read, [UNTOLD, UNTOLD]);
      });
  }

  test('ISO-2022-JP, which is ASCII to look at', async () => {
    const read = await textsOf((text) => Buffer.from(text), '\u001b$B;T5D2q\u001b(B 750');
    assert.deepEqual(read, [UNTOLD, UNTOLD]);
  });

  test('UTF-16 of languages without an alphabet, where no mark tells it', async () => {
    const read = await textsOf((text) => iconv.encode(text, 'utf-16le'), `${NEWS.chinese}\n${NEWS.chinese}`);
    const binary = { ...UNTOLD, reason: 'binary file' };
    assert.deepEqual(read, [binary, binary]);
  });
});
