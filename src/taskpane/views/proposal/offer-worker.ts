import { readText, type TextToRead } from "./text-reading";

addEventListener("message", ({ data }: MessageEvent<TextToRead>) => postMessage(readText(data)));
