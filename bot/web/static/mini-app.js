// Hands the signed words of who opened the Mini App over to the server, and tells Telegram's client
// that the page is there. Telegram's own script is not loaded: no other host is asked for anything.
(() => {
  "use strict";

  // The ways in which Telegram's clients listen: phones and desktops, old desktops, browsers.
  const tell = (eventType, eventData = {}) => {
    const proxy = window.TelegramWebviewProxy;
    const words = JSON.stringify({ eventType, eventData });
    if (proxy) {
      proxy.postEvent(eventType, JSON.stringify(eventData));
    } else if (window.external && "notify" in window.external) {
      window.external.notify(words);
    } else if (window.parent !== window) {
      window.parent.postMessage(words, "https://web.telegram.org");
    }
  };

  // Light or dark as the client is, by the lightness of its background.
  const theme = (given) => {
    try {
      const colour = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(JSON.parse(given).bg_color);
      const [red, green, blue] = colour.slice(1).map((part) => parseInt(part, 16));
      return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light";
    } catch {
      return "";
    }
  };

  tell("web_app_ready");
  tell("web_app_expand");
  const form = document.getElementById("open");
  const behind = new URLSearchParams(window.location.hash.slice(1));
  const words = behind.get("tgWebAppData");
  if (form && words) {
    document.getElementById("opening").hidden = false;
    document.getElementById("elsewhere").hidden = true;
    form.elements.init_data.value = words;
    form.elements.theme.value = theme(behind.get("tgWebAppThemeParams"));
    form.submit();
  }
})();
