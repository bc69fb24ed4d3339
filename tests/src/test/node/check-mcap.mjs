// Reads an MCAP file with @mcap/core, a reader that shares no code with ours, and prints "topic count" lines.
//
//   npm install --prefix /tmp/mcap @mcap/core && NODE_PATH=/tmp/mcap/node_modules node check-mcap.mjs FILE
//
// McapReadersAgreeTest runs it.
//
// Exits 1 with a message when a CRC is wrong, JSON does not parse, the statistics disagree with the messages, a message
// is out of order, or one message cannot be had through the index without reading the whole file.
import { createRequire } from "node:module";
import { open, readFile } from "node:fs/promises";

// CommonJS resolution, unlike import, honours NODE_PATH
const { McapIndexedReader, McapStreamReader } = createRequire(import.meta.url)("@mcap/core");

function check(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

/** A readable that counts what is read through it. */
async function countingFile(path) {
  const handle = await open(path, "r");
  const { size } = await handle.stat();
  return {
    bytesRead: 0,
    fileSize: size,
    size: async () => BigInt(size),
    async read(offset, length) {
      const bytes = new Uint8Array(Number(length));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, Number(offset));
      check(bytesRead === bytes.length, `short read at ${offset}`);
      this.bytesRead += bytesRead;
      return bytes;
    },
    close: () => handle.close(),
  };
}

function parseJson(bytes, what) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`${what}: ${error.message}`);
  }
}

/** Counts messages per topic through the index. */
async function countIndexed(file) {
  const reader = await McapIndexedReader.Initialize({ readable: file });
  for (const schema of reader.schemasById.values()) {
    if (schema.encoding === "jsonschema") {
      parseJson(schema.data, `schema ${schema.name}`);
    }
  }
  const counts = new Map([...reader.channelsById.values()].map((channel) => [channel.topic, 0]));
  let last = -1n;
  for await (const message of reader.readMessages({ validateCrcs: true })) {
    const channel = reader.channelsById.get(message.channelId);
    if (channel.messageEncoding === "json") {
      parseJson(message.data, `message at ${message.logTime}`);
    }
    check(message.logTime >= last, `log time ${message.logTime} after ${last}`);
    last = message.logTime;
    counts.set(channel.topic, counts.get(channel.topic) + 1);
  }
  return { reader, counts };
}

/** Counts all messages from start to end of the file, checking every CRC on the way. */
async function countStreamed(path) {
  const reader = new McapStreamReader({ validateCrcs: true });
  reader.append(await readFile(path));
  let messages = 0n;
  for (let record = reader.nextRecord(); record; record = reader.nextRecord()) {
    messages += record.type === "Message" ? 1n : 0n;
  }
  check(reader.done(), "no closing magic");
  return messages;
}

/** Fetches the message in the middle with a fresh reader. */
async function checkRandomAccess(path, chunks) {
  const file = await countingFile(path);
  const reader = await McapIndexedReader.Initialize({ readable: file });
  const { messageStartTime: time } = chunks[chunks.length >> 1];
  const found = await reader.readMessages({ startTime: time, endTime: time }).next();
  check(!found.done && found.value.logTime === time, `no message at ${time} through the index`);
  check(chunks.length < 4 || file.bytesRead < file.fileSize / 2, `one message took ${file.bytesRead} bytes`);
  await file.close();
  return file.bytesRead;
}

const path = process.argv[2];
check(path, "usage: node check-mcap.mjs FILE");
const file = await countingFile(path);
const { reader, counts } = await countIndexed(file);
const total = [...counts.values()].reduce((a, b) => a + b, 0);
check(reader.statistics?.messageCount === BigInt(total), `statistics say ${reader.statistics?.messageCount}, found ${total}`);
check((await countStreamed(path)) === BigInt(total), "streaming finds another number of messages than the index");
if (reader.chunkIndexes.length > 0) {
  const bytes = await checkRandomAccess(path, reader.chunkIndexes);
  console.error(`${reader.chunkIndexes.length} chunks; one message through the index: ${bytes} of ${file.fileSize} bytes`);
}
await file.close();
for (const [topic, count] of counts) {
  console.log(`${topic} ${count}`);
}
