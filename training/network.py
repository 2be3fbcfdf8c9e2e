"""The encoder and its heads, as torch modules: token ids enter, every head's logits leave.

Attributions are read as relations. A token head finds anchors (cues, or the
first token of an attribution without one); then each anchor reads the whole
window again for its own source and content, so that nested, overlapping and
interrupted attributions need no special tag.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.extract.labels import ROLE_TAGS, STANCES, TOKEN_HEADS
from training.backbone import Shape

ROLE_WIDTH = 192
ROLE_LAYERS = 2
ROLE_HEADS = 6
DISTANCES = 32  # buckets of the signed distance between a token and its anchor
REACH = 8  # tokens told apart one by one on either side of the anchor


class Layer(nn.Module):
    """One transformer block, normalised after each half (BERT's order)."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        h, self.heads = shape.hidden, shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(h, h) for _ in range(4))
        self.up, self.down = nn.Linear(h, shape.ffn), nn.Linear(shape.ffn, h)
        self.attended = nn.LayerNorm(h, eps=shape.epsilon)
        self.norm = nn.LayerNorm(h, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, t, h = x.shape
        q, k, v = (
            m(x).view(b, t, self.heads, h // self.heads).transpose(1, 2)
            for m in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.attended(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, t, h))))
        return self.norm(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """multilingual-e5-small, its vocabulary pruned; the word table is not trained."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.segment = nn.Parameter(torch.zeros(shape.hidden))
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.drop = nn.Dropout(dropout)
        for frozen in (self.words.weight, self.positions.weight, self.segment):
            frozen.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """ids, mask: (windows, tokens); mask 1 for real tokens. Returns (windows, tokens, hidden)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.positions(places) + self.segment))
        blocked = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, blocked)
        return x


class RoleLayer(nn.Module):
    """A window read again by one anchor: a small transformer block, normalised before each half.

    Its outputs begin at zero, so that it can be added to a head that is already trained.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.mix, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        for last in (self.out, self.down):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, blocked: Tensor) -> Tensor:
        a, t, width = x.shape
        parts = self.mix(self.first(x)).view(a, t, 3, ROLE_HEADS, width // ROLE_HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=blocked)
        x = x + self.drop(self.out(mixed.transpose(1, 2).reshape(a, t, width)))
        return x + self.drop(self.down(functional.gelu(self.up(self.second(x)))))


class RoleHead(nn.Module):
    """What every token of its window is to an anchor, and the stance of its source."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.token, self.anchor = nn.Linear(hidden, ROLE_WIDTH), nn.Linear(hidden, ROLE_WIDTH)
        self.gate = nn.Linear(hidden, ROLE_WIDTH)
        self.distance = nn.Embedding(DISTANCES, ROLE_WIDTH)
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.near = nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, 5, padding=2)
        self.layers = nn.ModuleList(RoleLayer(ROLE_WIDTH) for _ in range(ROLE_LAYERS))
        self.roles = nn.Linear(ROLE_WIDTH, len(ROLE_TAGS))
        self.mixed = nn.Linear(2 * hidden, ROLE_WIDTH)
        self.stance = nn.Linear(ROLE_WIDTH, len(STANCES))
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor, rows: Tensor, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """x: (windows, tokens, hidden); rows, tokens: (anchors,), where each anchor stands.

        Returns role logits (anchors, tokens, roles) and stance logits (anchors, stances).
        """
        anchors = x[rows, tokens]
        here = self.token(x)[rows] * (1 + torch.tanh(self.gate(anchors)))[:, None]
        apart = _bucket(torch.arange(x.shape[1], device=x.device)[None] - tokens[:, None])
        joint = self.norm(here + self.anchor(anchors)[:, None] + self.distance(apart))
        joint = self.drop(functional.gelu(joint)) * mask[rows][:, :, None].to(joint.dtype)
        joint = joint + functional.gelu(self.near(joint.transpose(1, 2))).transpose(1, 2)
        blocked = (1.0 - mask[rows][:, None, None, :].to(joint.dtype)) * -1e4
        for layer in self.layers:
            joint = layer(joint, blocked)
        roles = self.roles(joint)
        said = roles.softmax(-1)[:, :, 3:].sum(-1, keepdim=True).detach() * mask[rows][:, :, None].to(
            roles.dtype
        )
        content = (said * x[rows]).sum(1) / said.sum(1).clamp_min(1e-3)
        return roles, self.stance(self.drop(functional.gelu(self.mixed(torch.cat([anchors, content], -1)))))


def _bucket(distance: Tensor) -> Tensor:
    """Signed distances to 0..31: one by one up to REACH, then by halves of an octave."""
    size = distance.abs().clamp_min(1).float()
    far = REACH + (2 * torch.log2(size / REACH)).clamp(0, DISTANCES // 2 - 1 - REACH).long()
    folded = torch.where(distance.abs() < REACH, distance.abs(), far)
    return torch.where(distance < 0, folded, folded + DISTANCES // 2)


class Network(nn.Module):
    """One encoder, many heads."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape, dropout)
        self.tags = nn.Linear(shape.hidden, sum(len(tags) for tags in TOKEN_HEADS.values()))
        self.roles = RoleHead(shape.hidden)
        self.drop = nn.Dropout(dropout)

    def encode(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """Hidden states, and the logits of every token head by its name."""
        x = self.drop(self.encoder(ids, mask))
        sizes = [len(tags) for tags in TOKEN_HEADS.values()]
        return x, dict(zip(TOKEN_HEADS, self.tags(x).split(sizes, -1), strict=True))
