import type { TableColumn } from '../../model/input.ts';

/** What Console calls the parts of a message, in the languages in which it has been seen or is expected. */
const NAMES: Partial<Record<TableColumn, string>> = {
  type: 'type|typ|tipo|level|类型|類型|タイプ|種類|유형|종류|тип|tür|tyyppi',
  time: 'time|timestamp|date|heure|horodatage|date et heure|zeit|uhrzeit|zeitstempel|hora|fecha|marca de tiempo|ora|data|tempo|tijd|tijdstempel|时间|时间戳|日期|時間|時間戳記|時刻|日時|タイムスタンプ|시간|시각|타임스탬프|время|czas|tid',
  process:
    'process|processus|prozess|proceso|processo|proces|进程|程序|處理程序|行程|プロセス|프로세스|процесс|prosessi|işlem',
  pid: 'pid|process id|processid|prozess-id|id de processus|id de proceso|id processo|id do processo|proces-id|进程 id|プロセスid|프로세스 id|id процесса',
  thread:
    'thread|thread id|threadid|thread-id|id de thread|identifiant de thread|id de hilo|id thread|线程 id|線程 id|スレッドid|스레드 id|id потока',
  subsystem:
    'subsystem|sous-système|teilsystem|untersystem|subsistema|sottosistema|subsysteem|子系统|子系統|サブシステム|하위 시스템|서브시스템|подсистема|podsystem|alijärjestelmä',
  category:
    'category|catégorie|kategorie|categoría|categoria|categorie|类别|類別|カテゴリ|カテゴリー|카테고리|범주|категория|kategoria|kategori',
  sender:
    'library|sender|image|bibliothèque|bibliothek|biblioteca|libreria|bibliotheek|库|資料庫|程式庫|ライブラリ|라이브러리|библиотека',
  message:
    'message|nachricht|meldung|mensaje|messaggio|mensagem|bericht|消息|信息|訊息|讯息|メッセージ|메시지|сообщение|komunikat|viesti|meddelande',
  other:
    'activity|activity id|activité|id d’activité|aktivität|aktivitäts-id|actividad|id de actividad|attività|id attività|activiteit|活动|活动 id|活動|アクティビティ|アクティビティid|활동|активность|signpost id|hash|color|host',
};

const ROLES = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    // The entries of a record have its keys.
    names.split('|').map((name) => [name, role as TableColumn] as const),
  ),
);

/** `key: value`; the colon of East Asian keyboards, too. */
const KEY_LINE = /^(\p{L}[\p{L}\p{N} _.'’-]{0,39}?)[ \u00a0\u202f]?(?::(?:[ \t\u00a0]+|$)|：[ \t]*)/u;

export interface KeyLine {
  /** In lower case. */
  readonly key: string;
  readonly value: string;
  /** Characters before the value. */
  readonly valueAt: number;
}

/** The key that a line begins with, if it does. */
export function readKeyLine(line: string): KeyLine | undefined {
  const match = KEY_LINE.exec(line);
  if (match === null) return undefined;
  const [before, key = ''] = match;
  return { key: key.toLowerCase(), value: line.slice(before.length).trimEnd(), valueAt: before.length };
}

/** What stands behind a key; undefined where no dictionary has it. */
export function roleOfKey(key: string): TableColumn | undefined {
  return ROLES.get(key);
}

/** 1 for the first bytes of all keys of these roles, in capitals or not. */
export function initialsOf(roles: readonly TableColumn[]): Uint8Array {
  const initials = new Uint8Array(256);
  for (const [name, role] of ROLES) {
    if (!roles.includes(role)) continue;
    for (const spelled of [name, name.toUpperCase()]) initials[Buffer.from(spelled)[0] ?? 0] = 1;
  }
  return initials;
}
