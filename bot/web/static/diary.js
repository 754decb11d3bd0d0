// Adds to pages that are whole without it: filters in place, and the living chart of who met whom.
"use strict";

// A filter asks for its page as ever and puts only the middle of it in place of the one shown.
async function inPlace(address, push) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("main");
  const focused = document.activeElement?.closest("[data-inplace]")?.getAttribute("href");
  document.querySelector("main").replaceWith(document.adoptNode(fresh));
  document.title = page.title;
  if (push) history.pushState({ inPlace: true }, "", address);
  if (focused) document.querySelector(`main a[href="${CSS.escape(focused)}"]`)?.focus();
  enliven();
}

function orGo(address) {
  inPlace(address, true).catch(() => location.assign(address));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-inplace]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  orGo(link.href);
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-inplace]");
  if (!form) return;
  event.preventDefault();
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) asked.append(name, String(value));
  const query = asked.toString();
  orGo(form.getAttribute("action") + (query ? `?${query}` : ""));
});

addEventListener("popstate", () => inPlace(location.href, false).catch(() => location.reload()));

// On a phone the way that leads here may stand beyond the edge.
document.querySelector(".ways [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

// The menu of languages closes when something else is pressed, or Escape.
document.addEventListener("click", (event) => {
  const menu = document.querySelector(".tongue[open]");
  if (menu && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector(".tongue[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  for (const chart of document.querySelectorAll("[data-chart]")) light(chart, null, true);
});

// Lights a person's line, the columns of that person, and whoever shares one.
function light(chart, row, pin) {
  if (pin) chart.dataset.pinned = row ?? "";
  else if (chart.dataset.pinned) return;
  const columns = [...chart.querySelectorAll("a[data-rows]")];
  const mine = new Set();
  for (const column of columns) {
    const rows = column.dataset.rows.trim().split(" ");
    const shared = row !== null && rows.includes(row);
    column.classList.toggle("faint", row !== null && !shared);
    if (shared) rows.forEach((one) => mine.add(one));
  }
  chart.classList.toggle("alive", row !== null);
  for (const name of chart.querySelectorAll("a[data-person]")) {
    const own = name.dataset.person;
    name.classList.toggle("lit", row !== null && own === row);
    name.classList.toggle("faint", row !== null && !mine.has(own) && own !== row);
    if (own === row) chart.parentElement.querySelector(".told").textContent = name.dataset.told;
  }
  for (const line of chart.querySelectorAll("path[data-row]")) line.classList.toggle("lit", line.dataset.row === row);
  if (row === null) chart.parentElement.querySelector(".told").textContent = "";
}

function rowOf(target) {
  const found = target.closest?.("[data-person], circle[data-row]");
  return found ? (found.dataset.person ?? found.dataset.row) : null;
}

function enliven() {
  for (const chart of document.querySelectorAll("[data-chart]")) {
    chart.addEventListener("pointerover", (event) => light(chart, rowOf(event.target), false));
    chart.addEventListener("pointerleave", () => light(chart, null, false));
    chart.addEventListener("focusin", (event) => light(chart, rowOf(event.target), false));
    chart.addEventListener("focusout", () => light(chart, null, false));
    chart.addEventListener("click", (event) => {
      const row = event.target.closest("circle[data-row]") ? rowOf(event.target) : null;
      if (row === null && !chart.dataset.pinned) return;
      if (row === null && event.target.closest("a")) return;
      event.preventDefault();
      light(chart, row === chart.dataset.pinned ? null : row, true);
    });
  }
}

enliven();
