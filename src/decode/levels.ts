/** Numbers of the levels: their place in `LEVELS`, under which the scanners count them. */
export const DEFAULT = 0;
export const INFO = 1;
export const DEBUG = 2;
export const ERROR = 3;
export const FAULT = 4;
export const ACTIVITY = 5;
export const SIGNPOST = 6;
export const STATE = 7;
export const LOSS = 8;
export const UNKNOWN = 9;

/** Four ASCII bytes as one little-endian word, as `DataView.getInt32(at, true)` reads them. */
export function word(text: string): number {
  return Buffer.from(text, 'latin1').readInt32LE(0);
}

const DEFA = word('Defa');
const INFO_WORD = word('Info');
const DEBU = word('Debu');
const ERRO = word('Erro');
const FAUL = word('Faul');
const ACTI = word('Acti');
const USER = word('User');
const SIGN = word('Sign');
const STAT = word('Stat');
const LOSS_WORD = word('Loss');
const TIME = word('Time');

/** The level of a type column of `log show`, from its first four bytes. Source: line-formats 0.6. */
export function levelOfWord(first: number): number {
  switch (first) {
    case DEFA:
    case TIME:
      return DEFAULT;
    case INFO_WORD:
      return INFO;
    case DEBU:
      return DEBUG;
    case ERRO:
      return ERROR;
    case FAUL:
      return FAULT;
    case ACTI:
    case USER:
      return ACTIVITY;
    case SIGN:
      return SIGNPOST;
    case STAT:
      return STATE;
    case LOSS_WORD:
      return LOSS;
    default:
      return UNKNOWN;
  }
}

/** The level of compact's one or two letters; the second is a blank or what follows where there is only one. */
export function levelOfCode(first: number, second: number): number {
  switch (first) {
    case 0x44: // D
      return second === 0x62 ? DEBUG : DEFAULT;
    case 0x49: // I
      return INFO;
    case 0x45: // E
      return ERROR;
    case 0x46: // F
      return FAULT;
    case 0x41: // A
      return ACTIVITY;
    case 0x53: // S
      return second === 0x70 ? SIGNPOST : STATE;
    case 0x4c: // L
      return LOSS;
    default:
      return UNKNOWN;
  }
}

const SYSLOG_LEVELS: Readonly<Record<string, number>> = {
  Notice: DEFAULT,
  Default: DEFAULT,
  Info: INFO,
  Debug: DEBUG,
  Error: ERROR,
  Fault: FAULT,
  Critical: FAULT,
};

/** The level in syslog's angle brackets, where an old release prints one. */
export function levelOfSyslogName(name: string): number {
  return SYSLOG_LEVELS[name] ?? UNKNOWN;
}

/**
 * Words of Console's type column: it prints them in the language of the user. A word that is not here is a type nonetheless,
 * of a level that is not known. Source: line-formats 6.1.
 */
const CONSOLE_LEVELS = wordsOf([
  [
    DEFAULT,
    'default|par défaut|défaut|standard|predeterminado|por defecto|por omisión|predefinito|padrão|predefinição|standaard|默认|默認|預設|デフォルト|기본값|기본|по умолчанию|varsayılan|domyślne',
  ],
  [
    INFO,
    'info|infos|information|informations|informationen|información|informazioni|informação|informações|informatie|信息|資訊|訊息|情報|정보|информация|инфо|bilgi',
  ],
  [
    DEBUG,
    'debug|débogage|debuggen|depurar|depuración|depuração|debugging|foutopsporing|调试|調試|除錯|偵錯|デバッグ|디버그|디버깅|отладка|hata ayıklama',
  ],
  [ERROR, 'error|erreur|fehler|errore|erro|fout|错误|錯誤|エラー|오류|에러|ошибка|hata|błąd|fel|fejl|feil'],
  [
    FAULT,
    'fault|défaillance|faute|panne|störung|schwerer fehler|fallo|falla|avería|guasto|falha|storing|defect|故障|障害|フォールト|フォルト|결함|장애|сбой|неисправность',
  ],
  [
    ACTIVITY,
    'activity|activité|aktivität|actividad|attività|atividade|activiteit|活动|活動|アクティビティ|활동|активность|etkinlik',
  ],
]);

function wordsOf(words: readonly (readonly [level: number, words: string])[]): ReadonlyMap<string, number> {
  return new Map(words.flatMap(([level, list]) => list.split('|').map((each) => [each, level] as const)));
}

/** The level of a cell of Console's type column; `UNKNOWN` for a word that is not in the dictionary. */
export function levelOfConsoleWord(word: string): number {
  return CONSOLE_LEVELS.get(word.trim().toLowerCase()) ?? UNKNOWN;
}
