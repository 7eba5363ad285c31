"""Words that keep their capital in an English sentence: languages, peoples, places, people whom methods are
named after, well-known products.

None that is an ordinary word as well (Polish, Turkey, March, Apple), as its capital may be the title's own.
"""

from __future__ import annotations

PROPER_NOUNS = frozenset(
    """
    African American Anglo Arabic Argentine Asian Australian Austrian Basque Bengali Brazilian British
    Bulgarian Cantonese Catalan Chinese Croatian Czech Danish Dutch English Estonian Ethiopian European
    Finnish Flemish French Galician German Germanic Greek Gujarati Hausa Hebrew Hindi Hungarian
    Icelandic Igbo Indian Indic Indonesian Iranian Irish Israeli Italian Japanese Javanese Kannada
    Kazakh Khmer Korean Kurdish Latin Latvian Lithuanian Malay Malayalam Maltese Mandarin Marathi
    Mexican Mongolian Nepali Nigerian Norwegian Persian Portuguese Punjabi Quechua Romanian Russian
    Sanskrit Scottish Serbian Sinhala Slavic Slovak Slovene Slovenian Somali Spanish Swahili Swedish
    Swiss Tagalog Taiwanese Tamil Telugu Thai Tibetan Turkic Turkish Ukrainian Urdu Uyghur Uzbek
    Vietnamese Welsh Yoruba Zulu
    Africa America Arctic Asia Atlantic Australia Brazil Britain Canada China Europe France Germany
    India Indonesia Israel Italy Japan Kenya Korea London Mexico Nigeria Pacific Paris Russia Spain
    Taiwan Ukraine Vietnam
    Bayes Bayesian Bellman Bernoulli Boltzmann Brownian Cartesian Cauchy Dirichlet Einstein Euclidean
    Euler Fisher Fourier Frobenius Gauss Gaussian Gibbs Gödel Hamiltonian Hebbian Hessian Hilbert
    Hopfield Huffman Jacobian Kalman Kolmogorov Kullback Lagrange Lagrangian Laplace Laplacian Leibler
    Levenshtein Lipschitz Lyapunov Mahalanobis Markov Markovian Newton Nyström Pareto Poisson Riemann
    Riemannian Rademacher Shannon Shapley Stackelberg Taylor Turing Voronoi Wasserstein Wiener Winograd
    Android Bluetooth Facebook Google Instagram Kaggle Linux Microsoft Minecraft Reddit Spotify Stanford
    Twitter Wikidata Wikipedia
    """.split()
)
