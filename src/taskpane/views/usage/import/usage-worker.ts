import { FileReader } from "./file-reader";
import type { ReadingRequest } from "./import-messages";

const reader = new FileReader((answer) => postMessage(answer));

addEventListener("message", ({ data }: MessageEvent<ReadingRequest>) => void reader.take(data));
