import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";

const home = join(import.meta.dirname, "target", "chromium");

/** The package's own list of fonts names folders it was not unpacked to. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, "fonts")}</dir>
  <cachedir>${join(home, "font-cache")}</cachedir>
</fontconfig>
`;

/**
 * Starts the headless Chromium that comes with the npm packages; nothing is asked of the machine
 * but glibc: fonts and the NSS and expat libraries come along.
 */
export async function launchChromium() {
  if (!existsSync(home)) {
    await unpack();
  }
  return chromium.launch({
    executablePath: join(home, "chromium"),
    args: ["--no-sandbox", "--disable-gpu"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, "al2023", "lib"),
      FONTCONFIG_FILE: join(home, "fonts.conf"),
    },
  });
}

/** What the browser of a viewer says: headless browsers are rightly counted as robots. */
export function viewerAgent(browser) {
  const major = browser.version().split(".")[0];
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}

/**
 * The package unpacks into the folder for temporary files, and its libraries only where it believes
 * itself on Amazon Linux. What is half unpacked never gets the final name.
 */
async function unpack() {
  const partial = `${home}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME } = process.env;
  Object.assign(process.env, { TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" });
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    await writeFile(join(partial, "fonts.conf"), FONTS);
    await rename(partial, home);
  } finally {
    restore({ TMPDIR, AWS_LAMBDA_JS_RUNTIME });
    await rm(partial, { recursive: true, force: true });
  }
}

function restore(variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) {
      delete process.env[name];
    } else {
      process.env[name] = value;
    }
  }
}
